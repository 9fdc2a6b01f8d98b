import { stringify } from "csv-stringify/sync";
import type { Record } from "../records/record.js";
import { recordId } from "../records/record-id.js";
import { type Cell, type FactTable, factRows, factTables, recordColumns, rowOf } from "../records/tables.js";
import type { Format, Sink } from "./format.js";

type Row = Readonly<{ [column: string]: Cell }>;

/** Records turned into text at one time. */
const pageSize = 200;

/** The columns of each file, in order. */
const columnsOf: ReadonlyMap<string, string[]> = new Map([
  ["records.csv", Object.keys(recordColumns)],
  ...Object.entries(factTables).map(([table, columns]): [string, string[]] => [
    `${table}.csv`,
    ["record_id", ...Object.keys(columns)],
  ]),
]);

/**
 * A folder of CSV files, one a table (RFC 4180): `records.csv`, and for each list of facts one whose `record_id` says
 * whose they are. Numbers are plain decimals, truth is `true` or `false`, what is not stated is an empty cell.
 *
 * Made to be opened in a spreadsheet too. The mark at the beginning (U+FEFF) is for Excel, which takes Vietnamese for
 * another encoding without it. Words that a spreadsheet would compute get an apostrophe before them.
 */
export const csv: Format = {
  files: [...columnsOf.keys()],
  async write(records, open) {
    const sinks = new Map<string, Sink>();
    for (const [file, columns] of columnsOf) {
      const sink = await open(file);
      await sink.write(stringify([], { columns, header: true, bom: true, ...style }));
      sinks.set(file, sink);
    }
    for await (const page of pages(records)) {
      for (const [file, columns] of columnsOf) {
        await sinks.get(file)?.write(stringify(rowsOf(page, file), { columns, ...style }));
      }
    }
  },
};

const style = {
  record_delimiter: "windows",
  escape_formulas: true,
  cast: { boolean: (value: boolean) => String(value) },
} as const;

function rowsOf(records: readonly Record[], file: string): Row[] {
  if (file === "records.csv") return records.map((record) => rowOf(recordColumns, record));
  const table = file.slice(0, -".csv".length) as FactTable;
  return records.flatMap((record) =>
    factRows(record)[table].map((row: Row) => ({ record_id: recordId(record), ...row })),
  );
}

async function* pages(records: AsyncIterable<Record>): AsyncGenerator<readonly Record[]> {
  let page: Record[] = [];
  for await (const record of records) {
    page.push(record);
    if (page.length === pageSize) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}
