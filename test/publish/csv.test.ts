import { expect, test } from "vitest";
import { formats } from "../../src/publish/index.js";
import type { Record } from "../../src/records/record.js";
import { madeRecord } from "../store/made-records.js";

async function* each(records: readonly Record[]): AsyncGenerator<Record> {
  yield* records;
}

/** The text of each file of a form. */
async function published(name: string, records: readonly Record[]): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await formats[name]?.write(each(records), async (file) => ({
    write: async (text) => void files.set(file, (files.get(file) ?? "") + text),
  }));
  return files;
}

const lines = (text: string | undefined) => text?.split("\r\n").slice(0, -1) ?? [];

test("JSON Lines hold the records as they are", async () => {
  const records = [madeRecord("b.txt"), madeRecord("a.txt")];
  const text = [...(await published("jsonl", records)).values()].join("");
  expect(text).toBe(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
});

test("CSV has a table a file, each with its header where no record has such a fact", async () => {
  const files = await published("csv", []);
  expect([...files.keys()]).toEqual(formats["csv"]?.files);
  expect([...files.keys()]).toContain("achievements.csv");
  for (const text of files.values()) expect(text).toMatch(/^\uFEFF[a-z_,]+\r\n$/);
});

test("CSV writes plain decimals, true and false, and nothing for what is not stated", async () => {
  const files = await published("csv", [madeRecord("a.txt", "văn bản", 4)]);
  const [header = "", first, second] = lines(files.get("achievements.csv")).map((line) => line.split(","));
  const cell = (row: readonly string[] | undefined, column: string) => row?.[header.indexOf(column)];
  expect(cell(first, "value")).toBe("2000000001");
  expect(cell(first, "verified")).toBe("true");
  expect(cell(second, "value")).toBe("3000000001.5");
  expect(cell(second, "verified")).toBe("false");
  expect(cell(first, "status")).toBe("");
  expect(lines(files.get("comparisons.csv"))).toHaveLength(3);
});

test("a document cannot put a formula into a spreadsheet, and no row breaks another", async () => {
  const record = madeRecord("a.txt");
  const hostile = ['=HYPERLINK("http://x.invalid";"xem")', "+84", "-1+1", "@SUM(A1)", '"a",\n=1', "\t=1", "＝1"];
  const attendees = hostile.flatMap((name) => record.attendees.map((one) => ({ ...one, name })));
  const figure = record.achievements.map((one) => ({ ...one, value: -2.5 }));
  const files = await published("csv", [{ ...record, attendees, achievements: figure }]);
  const cells = files.get("attendees.csv") ?? "";
  expect(cells).toContain(`"'=HYPERLINK(""http://x.invalid"";""xem"")"`);
  for (const start of ["'+84", "'-1+1", "'@SUM(A1)", "'\t=1", "'＝1"]) expect(cells).toContain(`,${start},`);
  expect(cells).toContain('"""a"",\n=1"');
  // a number that is negative is a number
  expect(files.get("achievements.csv")).toContain(",-2.5,");
});
