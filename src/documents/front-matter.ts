import { swift } from "../vietnamese/text/patterns.js";
import { type Facts, noFacts } from "./facts.js";
import { asLine, factsOf, fieldOf, knowsFact, valuesOf } from "./field-names.js";

/** What stood above a text between `---` lines, and the text below it. */
export interface FrontMatter {
  readonly facts: Facts;
  /** the abstract that site generators print above the story */
  readonly description: string | null;
  readonly body: string;
}

const opening = /^\s*(---|\+\+\+|;;;)[ ]*(json|yaml|yml|toml)?[ ]*\r?\n/;
const pair = swift(/^([\p{L}][\p{L}\p{N}_-]{0,40})[ ]?[:=][ ]?(.*)$/u);

/**
 * Splits off front matter: JSON, or YAML and TOML as far as `key: value` lines go. A text that only begins with a rule
 * (`---`) and no known field has none.
 * @param text NFC text
 */
export function splitFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { facts: noFacts, description: null, body: text };
  const open = opening.exec(text);
  if (!open) return none;
  const mark = `\n${open[1]}`;
  const close = text.indexOf(mark, open[0].length - 1);
  if (close < 0) return none;
  const values = readJson(text.slice(open[0].length, close)) ?? readPairs(text.slice(open[0].length, close));
  if (!knowsFact(values)) return none;
  const description = asLine(fieldOf(values, "description") ?? "") || null;
  return { facts: factsOf(values), description, body: text.slice(close + mark.length) };
}

function readJson(text: string): Map<string, string> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) return null;
    return valuesOf(parsed);
  } catch {
    return null;
  }
}

/** An indented line goes on with the value above it, as YAML folds long texts. */
function readPairs(text: string): Map<string, string> {
  const values = new Map<string, string>();
  let last: string | null = null;
  for (const line of text.split("\n")) {
    const match = /^\s/.test(line) ? null : pair.exec(line.trim());
    if (match?.[1]) {
      last = match[1].toLowerCase();
      values.set(last, unquoted(match[2] ?? ""));
    } else if (last && line.trim()) {
      values.set(last, asLine(`${values.get(last) ?? ""} ${line.trim().replace(/^- /, "")}`));
    }
  }
  return values;
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  if (/^[>|][+-]?$/.test(trimmed)) return "";
  return asLine(/^(["'])(.*)\1$/.exec(trimmed)?.[2] ?? trimmed);
}
