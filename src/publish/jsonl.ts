import type { Format } from "./format.js";

/** JSON Lines: the records as they were extracted, one a line. */
export const jsonl: Format = {
  files: null,
  async write(records, open) {
    const sink = await open("records.jsonl");
    for await (const record of records) await sink.write(`${JSON.stringify(record)}\n`);
  },
};
