import { parse } from "csv-parse";
import { KyhopError } from "../../errors.js";
import { fieldNames } from "../field-names.js";
import type { Container } from "./container.js";
import { entryOfRow } from "./rows.js";

const separators = [",", ";", "\t"] as const;
const textNames = new Set(fieldNames.text);

/**
 * A table of a crawler: a row of names, then a document a row. The place of a row is its number, from 1. Such a file has
 * no mark: its first line names a field for the text beside others, or its address ends in .csv or .tsv.
 */
export const csv: Container = {
  name: "csv",
  claims: (head, address) => {
    const names = namesIn(head);
    if (names.length < 2) return false;
    return /\.[ct]sv(?:\.gz)?$/i.test(address) || (names.some((name) => textNames.has(name)) && names.every(isName));
  },
  async *entries({ address, stream }, { limits, map }) {
    const delimiter = separatorOf(firstLineOf(await stream.peek(64 * 1024)));
    const rows = parse({
      bom: true,
      columns: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: limits.maxBytes,
    });
    const feeding = (async () => {
      for await (const piece of stream.rest()) {
        if (rows.destroyed) return;
        if (!rows.write(piece)) await new Promise((resolve) => rows.once("drain", resolve).once("close", resolve));
      }
      rows.end();
    })();
    let number = 0;
    try {
      for await (const row of rows as AsyncIterable<object>) yield entryOfRow(row, `${address}#${++number}`, map);
    } catch (error) {
      const reason = `behind row ${number}: ${error instanceof Error ? error.message : String(error)}`;
      throw new KyhopError("CONTAINER_DAMAGED", { path: address, reason }, { cause: error });
    } finally {
      rows.destroy();
      await feeding;
    }
  },
};

function firstLineOf(head: Uint8Array): string {
  return (
    Buffer.from(head)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/, 1)[0] ?? ""
  );
}

function separatorOf(line: string): string {
  return separators.reduce((best, mark) => (line.split(mark).length > line.split(best).length ? mark : best));
}

function namesIn(head: Uint8Array): readonly string[] {
  const line = firstLineOf(head);
  return line.split(separatorOf(line)).map((name) =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .toLowerCase(),
  );
}

const isName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_ .-]{0,40}$/u.test(name);
