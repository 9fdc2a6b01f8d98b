import { Lexicon } from "../text/lexicon.js";
import type { Folded } from "../text/reading.js";

/** Powers of ten that multiply the number before them. "nghìn tỷ" and "triệu tỷ" arise by multiplication. */
const scaleWords = {
  chục: 1,
  trăm: 2,
  nghìn: 3,
  ngàn: 3,
  vạn: 4,
  triệu: 6,
  tr: 6,
  tỷ: 9,
  tỉ: 9,
} as const;

const scales = new Lexicon<number>(scaleWords);

/** "tỷ lệ", "tỷ trọng", "triệu chứng"…: words that only begin like a scale. */
const lookAlikes = Lexicon.of([
  "tỷ lệ",
  "tỷ trọng",
  "tỷ suất",
  "tỷ số",
  "tỷ giá",
  "tỷ phú",
  "tỉ lệ",
  "tỉ trọng",
  "trăm họ",
  "tr.đ",
  "tr. đồng",
]);

/** The power of ten of the scale words at `at` ("nghìn tỷ" → 12), and where they end; `null` where none stands. */
export function readScale(words: Folded, at: number): { readonly end: number; readonly power: number } | null {
  let power = 0;
  let end = at;
  for (let i = at; ; ) {
    const word = scales.matchAt(words, i);
    if (!word || lookAlikes.matchAt(words, i)) break;
    power += word.value;
    end = word.end;
    if (words.folded.charAt(end) !== " ") break;
    i = end + 1;
  }
  return end > at ? { end, power } : null;
}
