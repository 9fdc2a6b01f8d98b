import type { Found, Reading } from "../vietnamese/text/reading.js";
import type { PeriodValue } from "../vietnamese/time/periods.js";

/** The next year of a row, with the words that lead to its number: ", 2023 khoảng 8.397 tỷ đồng". */
const nextYear =
  /^(?:[^.\n]|\.(?=\d)){0,120}?[,;] (?<year>(?:19|20)\d\d)(?=:? (?:khoảng|là|đạt|trên|gần|hơn|dự kiến|ước|tăng|giảm|\d))/;
const longestStretch = 140;

/** The years of a row of which only the first has its "năm": "năm 2022 khoảng 100 tỷ, 2023 khoảng 8.397 tỷ, 2024 …". */
export function listedYears({ text, folded }: Reading, known: readonly Found<PeriodValue>[]): Found<PeriodValue>[] {
  return known.flatMap((period) => {
    const found: Found<PeriodValue>[] = [];
    let year = Number(/^năm (?<year>\d{4})$/.exec(folded.slice(period.start, period.end))?.groups?.["year"]);
    for (let from = period.end; !Number.isNaN(year); ) {
      const match = nextYear.exec(folded.slice(from, from + longestStretch));
      if (Number(match?.groups?.["year"]) !== year + 1) break;
      year++;
      const end = from + (match?.[0].length ?? 0);
      const value = { label: text.slice(end - 4, end), start: `${year}-01-01`, end: `${year}-12-31` };
      found.push({ start: end - 4, end, rule: "a row of years", value });
      from = end;
    }
    return found;
  });
}
