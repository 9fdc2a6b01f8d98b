import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { foldedWords } from "../../../vietnamese/text/fold.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import type { MentionId } from "../../draft.js";

/** The headline, the lead and the first paragraph say whose news it is. */
const headLines = 3;

/**
 * The place of a body that stands with a bare type word ("HĐND xã"): the one place of that type that the text names, or
 * the one that its first lines name. Where several could be meant, `null`.
 */
export function placeOfBody(mentions: Mentions, reading: Reading, body: MentionOf<"body"> | null): MentionId | null {
  const type = body?.value.areaWord;
  if (!type) return null;
  const areas = mentions.of("area").filter(({ value }) => value.type === type);
  const headEnd = lines(reading).slice(0, headLines).at(-1)?.end ?? 0;
  return onlyOne(areas) ?? onlyOne(areas.filter(({ end }) => end <= headEnd));
}

function onlyOne(areas: readonly MentionOf<"area">[]): MentionId | null {
  const names = new Set(areas.map(({ value }) => foldedWords(value.name)));
  // "xã Thọ lộc" with a small letter is read as a shorter name
  const whole = [...names].filter((name) => ![...names].some((other) => other.startsWith(`${name} `)));
  const [only] = whole;
  return whole.length === 1 ? (areas.find(({ value }) => foldedWords(value.name) === only)?.id ?? null) : null;
}
