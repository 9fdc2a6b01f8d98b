import { z } from "zod";
import { type ErrorCode, KyhopError } from "../errors.js";
import { Record } from "../records/record.js";
import { Gold } from "./gold.js";

/**
 * @param json the text of a gold file; `path` is told in the error
 * @throws KyhopError GOLD_INVALID with the place of the first fault
 */
export function parseGold(path: string, json: string): Gold {
  return parse(Gold, json, "GOLD_INVALID", path);
}

/**
 * @param lines JSON Lines, empty lines skipped
 * @throws KyhopError RECORD_INVALID with the line and the place of its first fault
 */
export function parseRecords(path: string, lines: string): readonly Record[] {
  return lines
    .split("\n")
    .flatMap((line, i) => (line.trim() ? [parse(Record, line, "RECORD_INVALID", `${path}:${i + 1}`)] : []));
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  json: string,
  code: ErrorCode,
  path: string,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    throw new KyhopError(code, { path, reason: reasonOf(error) }, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
  if (issue) return `${issue.path.join(".") || "the whole"}: ${issue.message}`;
  return error instanceof Error ? error.message : String(error);
}
