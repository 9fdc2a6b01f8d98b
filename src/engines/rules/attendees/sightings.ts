import type { Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import { boundedSentences } from "../sessions/sentences.js";
import { acting, actingByShortName, actingGroups, partners } from "./acting.js";
import type { ListCue, Role } from "./cues.js";
import { listCues, rolesAfter } from "./cues.js";
import { beginsGroup, groupsIn } from "./groups.js";
import { shortNames } from "./short-names.js";
import { type Person, type Seen, type Sighting, seenGroup } from "./sighting.js";
import { speakingGroups } from "./speaking-groups.js";

/** All sightings of the text, in order. */
export function sightings(mentions: Mentions, reading: Reading): readonly Sighting[] {
  const found: Sighting[] = [];
  const called = shortNames(mentions, reading);
  let next = 0;
  let carried: ListCue["role"] | null = null;
  for (const [index, line] of lines(reading).entries()) {
    const words = reading.folded.slice(line.start, line.end);
    const from = next;
    while ((called[next]?.start ?? line.end) < line.end) next++;
    const calledHere = called.slice(from, next);
    // a headline tells in brief what the text says in full
    if (index === 0 && !/[.:;]$/.test(words) && words.length < longestCaption) continue;
    const listed = carried !== null && isListItem(words);
    const caption = !listed && isCaption(words);
    const inLine = boundedSentences(reading, line);
    for (const [i, sentence] of inLine.entries()) {
      const inherited: ListCue[] =
        listed && i === 0 && carried
          ? [{ start: sentence.start, end: sentence.start, role: carried, speaks: false }]
          : [];
      const seen = [
        ...sightingsIn(mentions, reading, sentence, inherited),
        ...actingByShortName(reading, sentence, calledHere),
      ];
      found.push(...seen.map((one) => ({ ...one, caption })));
    }
    const last = words.endsWith(":") ? inLine.at(-1) : undefined;
    const open: ListCue | undefined = last && listCues(reading, last, mentions.of("person", last)).at(-1);
    if (open) carried = open.role;
    else if (!listed) carried = null;
  }
  return found;
}

/** A line that names its photographer or ends like no sentence. */
function isCaption(words: string): boolean {
  return words.length < longestCaption && (/(?:^|[\s(.])ảnh\s?:/.test(words) || !/[.!?:;…"'”)\]/-]$/.test(words));
}

const longestCaption = 250;

function isListItem(words: string): boolean {
  return /^(?:[-+*•·]|\d{1,2}[.)]|đồng chí|đ\/c|ông|bà|các đồng chí)\s?/.test(words) || beginsGroup(words);
}

function sightingsIn(
  mentions: Mentions,
  reading: Reading,
  sentence: Span,
  inherited: readonly ListCue[],
): readonly Seen[] {
  const people = mentions.of("person", sentence);
  const cues = [...inherited, ...listCues(reading, sentence, people)];
  const found: Seen[] = [];
  for (const [i, cue] of cues.entries()) {
    const region = { start: cue.end, end: cues[i + 1]?.start ?? sentence.end };
    found.push(...listed(mentions, reading, cue, region, people));
  }
  const before = { start: sentence.start, end: cues[0]?.start ?? sentence.end };
  const free = people.filter((person) => covers(before, person));
  found.push(...acting(reading, sentence, free));
  found.push(...speakingGroups(mentions, reading, before, people));
  found.push(...actingGroups(mentions, reading, sentence, people, cues));
  found.push(...partners(reading, sentence));
  return found.sort((a, b) => a.evidence.start - b.evidence.start);
}

/** People and groups of a list that a cue opened, with what the verbs after them add. */
function listed(
  mentions: Mentions,
  reading: Reading,
  cue: ListCue,
  region: Span,
  people: readonly Person[],
): readonly Seen[] {
  const own = people.filter((person) => covers(region, person));
  const found: Seen[] = [];
  let from = region.start;
  for (const person of [...own, null]) {
    const stretch = { start: from, end: person?.start ?? region.end };
    found.push(...groupsIn(mentions, reading, stretch).map((group) => seenGroup(group, [cue.role])));
    if (!person) break;
    const after = rolesAfter(reading.folded.slice(person.end, region.end));
    const roles = new Set<Role>([cue.role, ...(cue.speaks ? (["speaker"] as const) : []), ...after]);
    found.push({ person, group: null, roles: [...roles], evidence: person });
    from = person.end;
  }
  return found;
}
