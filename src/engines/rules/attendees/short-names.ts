import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { anyOf, swift, wordEnd } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { firstWords, matchesAt, opening } from "../../../vietnamese/text/word-places.js";

/** A person whom the text calls by the given name alone. */
export interface ShortName extends Span {
  readonly person: MentionOf<"person">;
}

const address = ["đồng chí", "đ/c", "ông", "bà", "anh", "chị"];
const addressOpenings = opening(firstWords(address));
const shortName = swift(`${anyOf(address)} (?<given>\\p{L}{2,7})${wordEnd}`, "y");

/** "ông Trung", "đồng chí Thái" after the full name: the one person named before whose name ends so. */
export function shortNames(mentions: Mentions, reading: Reading): readonly ShortName[] {
  const { text, folded } = reading;
  const people = mentions.of("person");
  const byGivenName = new Map<string, MentionOf<"person"> | null>();
  for (const person of people) {
    const given = givenNameOf(person, folded);
    const known = byGivenName.get(given);
    const other = known !== undefined && known?.value.name !== person.value.name;
    byGivenName.set(given, other ? null : (known ?? person));
  }
  const covered = new Set(people.map(({ value }) => value.nameSpan.start));
  return matchesAt(reading, addressOpenings, shortName).flatMap(({ index, 0: { length }, groups }) => {
    const end = index + length;
    const given = end - (groups?.["given"]?.length ?? 0);
    const person = byGivenName.get(folded.slice(given, end));
    const isName = /^\p{Lu}\p{Ll}+(?!\s\p{Lu})/u.test(text.slice(given, end + 2)) && !covered.has(given);
    return person && isName && person.start < index ? [{ start: index, end, person }] : [];
  });
}

function givenNameOf({ value }: MentionOf<"person">, folded: string): string {
  const name = folded.slice(value.nameSpan.start, value.nameSpan.end);
  return name.slice(name.lastIndexOf(" ") + 1);
}
