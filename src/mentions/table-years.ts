import type { Found, Reading } from "../vietnamese/text/reading.js";
import { overlaps, type Span } from "../vietnamese/text/span.js";
import { tableRows } from "../vietnamese/text/table-rows.js";
import type { PeriodValue } from "../vietnamese/time/periods.js";

const years = /(?<![\d/.])((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?(?![\d/.])/;

/** The years in the headings of tables, which stand there without "năm": "Kế hoạch 2025". */
export function tableYears(reading: Reading, known: readonly Span[]): Found<PeriodValue>[] {
  return tableRows(reading).flatMap(({ cells }) =>
    cells.flatMap(({ header }) => {
      const found = years.exec(reading.text.slice(header.start, header.end));
      if (!found) return [];
      const start = header.start + found.index;
      const span = { start, end: start + found[0].length };
      if (known.some((one) => overlaps(one, span))) return [];
      const [label, first = "", last = first] = found;
      return [{ ...span, rule: "a column's year", value: { label, start: `${first}-01-01`, end: `${last}-12-31` } }];
    }),
  );
}
