import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers } from "../../../vietnamese/text/span.js";
import type { ConferenceSite } from "./conference-sites.js";

/** Who convenes: the body of the meeting's "của", else the last one before the verb, else one "do … tổ chức". */
export function organiser(
  mentions: Mentions,
  { folded }: Reading,
  { name, noun, sentence }: ConferenceSite,
): MentionOf<"body"> | null {
  const owner = mentions.of("body", name)[0];
  if (owner && /^\s(?:của\s|đại biểu\s)?(?:thường trực\s)?$/.test(folded.slice(noun.end, owner.start))) return owner;
  const all = mentions.of("body", { start: sentence.start, end: noun.start });
  const before = all.filter((body) => !all.some((other) => other !== body && covers(other, body)));
  // "tại Hội trường UBND phường" is where, not who
  const convening = before.filter(
    ({ start }) => !/tại\s[^,;]{0,60}$/.test(folded.slice(Math.max(sentence.start, start - 64), start)),
  );
  const byAgent = mentions.of("body", { start: name.end, end: sentence.end })[0];
  return convening.at(-1) ?? (byAgent && /do\s$/.test(folded.slice(byAgent.start - 4, byAgent.start)) ? byAgent : null);
}

const convenes = /^\s(?:(?:đã|vừa|long trọng)\s){0,2}(?:tổ chức|tiến hành|khai mạc)\s(?:thành công\s)?$/;
const whereNotWho = /(?:tại|ở|của|với|trên địa bàn|nhân dân|cán bộ)\s$/;

/** The place whose name stands for its authorities: "phường Tân Lập tổ chức hội nghị". */
export function conveningPlace(
  mentions: Mentions,
  { folded }: Reading,
  { noun, sentence }: ConferenceSite,
): MentionOf<"area"> | null {
  const area = mentions.of("area", { start: sentence.start, end: noun.start }).at(-1);
  if (!area || !convenes.test(folded.slice(area.end, noun.start))) return null;
  return whereNotWho.test(folded.slice(Math.max(sentence.start, area.start - 16), area.start)) ? null : area;
}

/** Of "Dự Đại hội có các đồng chí …": the only Party organisation whose place the text names. */
export function congressOf(
  mentions: Mentions,
  { folded }: Reading,
  { noun }: ConferenceSite,
): MentionOf<"body"> | null {
  if (!folded.startsWith("đại hội", noun.start)) return null;
  const named = mentions.of("body").filter(({ value }) => value.type === "Đảng bộ" && value.area !== null);
  const [first = null] = named;
  return named.every(({ value }) => value.name === first?.value.name) ? first : null;
}
