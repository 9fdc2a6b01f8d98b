import type { Around } from "./around.js";

/** "… dài 400 m cập cảng. Ảnh: Hà Lan": a picture's words, with its photographer behind. */
const credited = /(?:^|[\s(.])ảnh ?: ?[^:]{2,40}$/;
const longestCredit = 60;
const longestCaption = 300;
const caption = /(?:^|\n)(?:ảnh|hình|đ\/c|đồng chí|các đồng chí|quang cảnh|toàn cảnh)/;

/** Whether the number stands in the words of a picture. */
export function isOfPicture({ reading, clause: { start, line }, sentence }: Around): boolean {
  if (credited.test(reading.folded.slice(Math.max(start, line.end - longestCredit), line.end)))
    return line.end - line.start < longestCaption;
  return caption.test(sentence.slice(0, 20)) && sentence.length < 160 && /ảnh ?:|\p{L}$/u.test(sentence);
}
