import type { Mentions } from "../../../mentions/mention.js";
import { allMatches } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { trim } from "../../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { ListCue, Role } from "./cues.js";
import { announcesSpeech, isObject, rolesAfter } from "./cues.js";
import { beginsGroup, groupsIn } from "./groups.js";
import type { ShortName } from "./short-names.js";
import { type Person, type Seen, seenGroup } from "./sighting.js";

/** People who are the subjects of the sentence's verbs: neighbours in a row share the verb after the last. */
export function acting(reading: Reading, sentence: Span, people: readonly Person[]): readonly Seen[] {
  const { folded } = reading;
  return parties(folded, people).flatMap((party) => {
    const [first] = party;
    const last = party.at(-1);
    if (!first || !last) return [];
    const before = folded.slice(sentence.start, first.start);
    const announced = announcesSpeech(before);
    if (!announced && isObject(before)) return [];
    const after = rolesAfter(folded.slice(last.end, sentence.end));
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
    if (party && /^\)?\s?[,;]?\s{0,3}(?:(?:và|cùng|cùng với)\s)?(?:các\s(?:đồng chí\s|ông\s|bà\s)?)?$/.test(between))
      party.push(person);
    else found.push([person]);
  }
  return found;
}

export function actingByShortName({ folded }: Reading, sentence: Span, called: readonly ShortName[]): readonly Seen[] {
  return called
    .filter((name) => covers(sentence, name))
    .flatMap(({ start, end, person }) => {
      const before = folded.slice(sentence.start, start);
      const after = isObject(before) ? [] : rolesAfter(folded.slice(end, sentence.end));
      const roles: readonly Role[] = after.length === 0 && announcesSpeech(before) ? ["speaker"] : after;
      return roles.length > 0 ? [{ person, group: null, roles, evidence: { start, end } }] : [];
    });
}

const partner = /(?:buổi|cuộc)\slàm việc\s(?:cùng|với)\s(?:các\s)?(?=(?:đại diện|lãnh đạo|đoàn)\s)/g;
const partnerEnd = /[,;.:(\n]|\s(?:để|nhằm|về|tại|vào|do|và)\s/;

/** Whom the meeting is with: "buổi làm việc với đại diện …". */
export function partners({ folded, text }: Reading, sentence: Span): readonly Seen[] {
  const words = folded.slice(sentence.start, sentence.end);
  return allMatches(partner, words).map(({ index, 0: { length } }) => {
    const start = sentence.start + index + length;
    const rest = folded.slice(start, Math.min(sentence.end, start + 120));
    const group = trim(text, { start, end: start + (partnerEnd.exec(rest)?.index ?? rest.length) });
    return seenGroup({ words: group, evidence: group, count: null }, ["participant"]);
  });
}

/** "Lãnh đạo các phòng … cùng 90 đại biểu … dự hội nghị": a sentence whose subject is groups that attend or chair. */
export function actingGroups(
  mentions: Mentions,
  reading: Reading,
  sentence: Span,
  people: readonly Person[],
  cues: readonly ListCue[],
): readonly Seen[] {
  const words = reading.folded.slice(sentence.start, sentence.end);
  if (people.length > 0 || cues.length > 0 || !beginsGroup(words) || !words.endsWith(".")) return [];
  const verb = groupVerb.exec(words);
  if (!verb || toCome.test(words.slice(verb.index))) return [];
  const roles = [verb.groups?.["chair"] ? ("chair" as const) : ("participant" as const)];
  return groupsIn(mentions, reading, { start: sentence.start, end: sentence.start + verb.index })
    .filter(({ words: { start, end } }) => !everybody.test(reading.folded.slice(start, end)))
    .map((group) => seenGroup(group, roles));
}

/** "Đại biểu dự kỳ họp chào cờ": everybody there, and no group of them */
const everybody = /^(?:các )?(?:vị )?đại biểu$/;
/** "Các đại biểu dự kỳ họp sẽ nghe …" announces */
const toCome = /^[^,;]{0,40}\s(?:sẽ|dự kiến)\s/;
const groupVerb =
  /\s(?:(?:cùng|về|đến|tới|tham|đã|đồng)\s?){0,3}(?:dự|(?<chair>chủ trì|chủ tọa|điều hành))\s(?:kỳ họp|hội nghị|đại hội|buổi|phiên|cuộc họp)/;
