import { z } from "zod";
import { KyhopError } from "../../errors.js";

const list = z.string().transform((names) => names.split(/[\s,]+/).filter(Boolean));

/** What stands above a prompt: which it is, which edition, what is filled in, the schema of its answers, what it begins with. */
const Head = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.coerce.number().int().positive(),
  variables: list,
  schema: z.string(),
  includes: list.default([]),
});

/** A document with its marks, and the answer that a model should give to it, as JSON. */
export interface PromptExample {
  readonly document: string;
  readonly answer: string;
}

/** A prompt as its Markdown file holds it. */
export interface PromptFile {
  readonly id: string;
  readonly version: number;
  readonly variables: readonly string[];
  readonly schema: string;
  /** the files whose bodies stand before its own; one without any is itself such a part and no prompt */
  readonly includes: readonly string[];
  /** what the model reads: everything below the front matter */
  readonly body: string;
  readonly examples: readonly PromptExample[];
}

const layout = /^---\n(?<head>(?:[^\n]{0,400}\n){1,20}?)---\n(?<body>.+)$/su;
const pair = /^(?<name>[a-z]+): *(?<value>.*)$/u;
const example = /```text\n(?<document>[^`]*)\n```\n+```json\n(?<answer>[^`]*)\n```/gu;

/**
 * Reads a prompt: `name: value` lines between `---`, then Markdown with its examples as pairs of `text` and `json` blocks.
 * @throws KyhopError PROMPT_INVALID
 */
export function parsePrompt(path: string, source: string): PromptFile {
  const { head = "", body = "" } = layout.exec(source.replaceAll("\r\n", "\n"))?.groups ?? {};
  const pairs = head.split("\n").map((line) => pair.exec(line)?.groups);
  const parsed = Head.safeParse(Object.fromEntries(pairs.flatMap((one) => (one ? [[one["name"], one["value"]]] : []))));
  if (!parsed.success) throw new KyhopError("PROMPT_INVALID", { path, reason: z.prettifyError(parsed.error) });
  const examples = [...body.matchAll(example)].map(({ groups }) => ({
    document: groups?.["document"] ?? "",
    answer: groups?.["answer"] ?? "",
  }));
  return { ...parsed.data, body: body.trim(), examples };
}
