import type { MentionOf, Mentions } from "../../mentions/mention.js";
import type { Reading } from "../../vietnamese/reading.js";
import { lines, sentences } from "../../vietnamese/sentences.js";
import type { Span } from "../../vietnamese/span.js";
import type { ListCue, Role } from "./attendee-cues.js";
import { announcesSpeech, isObject, listCues, rolesAfter } from "./attendee-cues.js";
import type { Group } from "./attendee-groups.js";
import { beginsGroup, groupsIn } from "./attendee-groups.js";
import type { ShortName } from "./attendee-short-names.js";
import { shortNames } from "./attendee-short-names.js";
import { speakingGroups } from "./attendee-speaking-groups.js";

type Person = MentionOf<"person">;

/** One place where the text shows a person or a group at the meeting. */
export interface Sighting {
  readonly person: Person | null;
  readonly group: Group | null;
  readonly roles: readonly Role[];
  readonly evidence: Span;
  /** under a picture: it proves nothing of somebody who is in no sentence and has no post */
  readonly caption: boolean;
}
type Seen = Omit<Sighting, "caption">;

/** All sightings of the text, in order. */
export function sightings(mentions: Mentions, reading: Reading): readonly Sighting[] {
  const found: Sighting[] = [];
  const called = shortNames(mentions, reading);
  let carried: ListCue["role"] | null = null;
  for (const [index, line] of lines(reading).entries()) {
    const words = reading.folded.slice(line.start, line.end);
    // a headline tells in brief what the text says in full
    if (index === 0 && !/[.:;]$/u.test(words) && words.length < longestCaption) continue;
    const listed = carried !== null && isListItem(words);
    const inLine = sentences(reading, line);
    for (const [i, sentence] of inLine.entries()) {
      const inherited: ListCue[] =
        listed && i === 0 && carried
          ? [{ start: sentence.start, end: sentence.start, role: carried, speaks: false }]
          : [];
      const caption = !listed && isCaption(words);
      const seen = [
        ...sightingsIn(mentions, reading, sentence, inherited),
        ...actingByShortName(reading, sentence, called),
      ];
      found.push(...seen.map((one) => ({ ...one, caption })));
    }
    const last = inLine.at(-1);
    const open: ListCue | undefined = last && listCues(reading, last, mentions.of("person", last)).at(-1);
    if (open && words.endsWith(":")) carried = open.role;
    else if (!listed) carried = null;
  }
  return found;
}

/** A line that names its photographer or ends like no sentence. */
function isCaption(words: string): boolean {
  return words.length < longestCaption && (/(?:^|[\s(.])ảnh\s?:/u.test(words) || !/[.!?:;…"'”)\]/-]$/u.test(words));
}

const longestCaption = 250;

function isListItem(words: string): boolean {
  return /^(?:[-+*•·]|\d{1,2}[.)]|đồng chí|đ\/c|ông|bà|các đồng chí)\s?/u.test(words) || beginsGroup(words);
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
  const free = people.filter((person) => person.start >= before.start && person.end <= before.end);
  found.push(...acting(reading, sentence, free, before.end));
  found.push(...speakingGroups(mentions, reading, before, people));
  found.push(...actingGroups(mentions, reading, sentence, people, cues));
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
  const own = people.filter(({ start, end }) => start >= region.start && end <= region.end);
  const found: Seen[] = [];
  let from = region.start;
  for (const person of [...own, null]) {
    const stretch = { start: from, end: person?.start ?? region.end };
    for (const group of groupsIn(mentions, reading, stretch))
      found.push({ person: null, group, roles: [cue.role], evidence: group.evidence });
    if (!person) break;
    const after = rolesAfter(reading.folded.slice(person.end, region.end));
    const roles = new Set<Role>([cue.role, ...(cue.speaks ? (["speaker"] as const) : []), ...after]);
    found.push({ person, group: null, roles: [...roles], evidence: person });
    from = person.end;
  }
  return found;
}

/** People who are the subjects of the sentence's verbs: neighbours in a row share the verb after the last. */
function acting(reading: Reading, sentence: Span, people: readonly Person[], end: number): readonly Seen[] {
  const { folded } = reading;
  return parties(folded, people).flatMap((party) => {
    const [first] = party;
    const last = party.at(-1);
    if (!first || !last) return [];
    const before = folded.slice(sentence.start, first.start);
    const announced = announcesSpeech(before);
    if (!announced && isObject(before)) return [];
    const after = rolesAfter(folded.slice(last.end, Math.max(end, Math.min(sentence.end, last.end + 160))));
    const roles: readonly Role[] =
      announced && !after.includes("speaker") && !after.includes("chair") ? ["speaker", ...after] : after;
    if (roles.length === 0) return [];
    return party.map((person) => ({
      person,
      group: null,
      roles,
      evidence: announced && party.length === 1 ? { start: sentence.start, end: person.end } : person,
    }));
  });
}

/** People with nothing but commas, "và" and "các" between them. */
function parties(folded: string, people: readonly Person[]): readonly (readonly Person[])[] {
  const found: Person[][] = [];
  for (const person of people) {
    const party = found.at(-1);
    const previous = party?.at(-1);
    const between = previous ? folded.slice(previous.end, Math.min(person.start, previous.end + 30)) : "";
    if (party && /^\)?\s?[,;]?\s{0,3}(?:(?:và|cùng|cùng với)\s)?(?:các\s(?:đồng chí\s|ông\s|bà\s)?)?$/u.test(between))
      party.push(person);
    else found.push([person]);
  }
  return found;
}

function actingByShortName({ folded }: Reading, sentence: Span, called: readonly ShortName[]): readonly Seen[] {
  return called
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .flatMap(({ start, end, person }) => {
      const before = folded.slice(sentence.start, start);
      const after = isObject(before) ? [] : rolesAfter(folded.slice(end, sentence.end));
      const roles: readonly Role[] = after.length === 0 && announcesSpeech(before) ? ["speaker"] : after;
      return roles.length > 0 ? [{ person, group: null, roles, evidence: { start, end } }] : [];
    });
}

/** "Các đồng chí trong … cùng 136 đại biểu … dự Đại hội": a sentence whose subject is groups that attend or chair. */
function actingGroups(
  mentions: Mentions,
  reading: Reading,
  sentence: Span,
  people: readonly Person[],
  cues: readonly ListCue[],
): readonly Seen[] {
  const words = reading.folded.slice(sentence.start, sentence.end);
  if (people.length > 0 || cues.length > 0 || !beginsGroup(words) || !words.endsWith(".")) return [];
  const verb = groupVerb.exec(words);
  if (!verb) return [];
  const roles = [verb.groups?.["chair"] ? ("chair" as const) : ("participant" as const)];
  return groupsIn(mentions, reading, { start: sentence.start, end: sentence.start + verb.index }).map((group) => ({
    person: null,
    group,
    roles,
    evidence: group.evidence,
  }));
}

const groupVerb =
  /\s(?:(?:cùng|về|đến|tới|tham|đã|đồng)\s?){0,3}(?:dự|(?<chair>chủ trì|chủ tọa|điều hành))\s(?:kỳ họp|hội nghị|đại hội|buổi|phiên|cuộc họp)/u;
