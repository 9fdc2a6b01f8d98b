import type { Figure } from "../records/figure.js";
import { foundedBehind } from "../vietnamese/numbers/founding.js";
import { Lexicon } from "../vietnamese/text/lexicon.js";
import type { Span } from "../vietnamese/text/span.js";
import { clauseBefore } from "./clause-zones.js";
import type { Proof } from "./proof.js";

type Measure = Figure["measure"];

/** Words before a number that make it a change, and words that make it the amount itself: the last one decides. */
const cueWords: Readonly<Record<Measure, string>> = {
  decrease: "giảm,hạ,sụt,cắt giảm,kéo giảm,điều chỉnh giảm",
  increase:
    "tăng,thêm,điều chỉnh tăng,kết nạp,thành lập mới,hình thành mới,mới thành lập,mới được thành lập,phát triển mới,đăng ký mới,cấp mới",
  // "giảm còn 2%" arrives at a level; "tốc độ tăng" names a rate, "giảm nghèo" an aim
  level: `còn,xuống,lên,giảm dưới,đạt,ở mức,tới mức,tốc độ tăng,tốc độ giảm,tỷ lệ tăng,tỉ lệ tăng,tăng trưởng,tăng dân số,tăng cường,
    gia tăng,tăng lên,tăng thu,giảm nghèo,giảm phát thải,tăng huyết áp`,
};
const cues = new Lexicon<Measure>(
  (Object.keys(cueWords) as Measure[]).flatMap((measure) =>
    cueWords[measure].split(/,\s*/).map((words) => [words, measure] as const),
  ),
);

/** Where the digits of a number end, before what it counts. */
const amountEnd = (proof: Proof, number: Span): number =>
  proof.within("quantity", number)[0]?.value.number.end ?? number.end;

/** "huyện Hạ Lang", "xã Tăng Tiến": two capitals are a name. */
const isName = ({ text }: Proof, { start }: Span): boolean =>
  /^\p{Lu}\p{L}* \p{Lu}/u.test(text.slice(start, start + 12));

/** What the words of its clause before a number make of it: a change ("giảm 0,2%"), or the amount ("giảm còn 0,2%"). */
export function measureTold(proof: Proof, number: Span): Measure {
  const clause = clauseBefore(proof, number, { acrossColons: true });
  const before = proof.within("quantity", clause).at(-1)?.end ?? clause.start;
  const told =
    cues.matchAll(proof.reading, before, clause.end).findLast((cue) => !isName(proof, cue))?.value ?? "level";
  return told === "level" && foundedBehind(proof.reading.folded, amountEnd(proof, number)) ? "increase" : told;
}
