import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KyhopError } from "../../errors.js";
import { type PromptFile, parsePrompt } from "./prompt-file.js";
import { replySchema } from "./reply.js";

/** How a model is asked about one kind of document. */
export interface Prompt {
  /** the id of the pipeline that it serves */
  readonly id: string;
  /** "session-news@3:ab12cd34ef56": id, version, and the beginning of the SHA-256 of all that the model is told */
  readonly version: string;
  /** all that the model is told before the document, in the syntax of Mustache */
  readonly system: string;
  readonly examples: PromptFile["examples"];
}

/** Prompts by the id of the pipeline that they serve. */
export type Prompts = ReadonlyMap<string, Prompt>;

const hashLength = 12;
/** The names of `PromptVariables`. */
const filledIn: readonly string[] = ["document", "corrections"];

/** The folder of the prompts that come with Kyhop. */
const promptFolder = fileURLToPath(new URL("prompts", import.meta.resolve("kyhop/package.json")));

/**
 * Reads the prompts of a folder. A file that includes others is a prompt: theirs come first and its own last, so that
 * what all prompts share is the same from the first token on and providers' prompt caches know it.
 * @throws KyhopError PROMPT_INVALID
 */
export function readPrompts(folder = promptFolder): Prompts {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const files = names.map((name) => readPromptFile(join(folder, name)));
  const byId = new Map(files.map((one) => [one.file.id, one]));
  const prompts = files.filter(({ file }) => file.includes.length > 0);
  return new Map(
    prompts.map((one) => {
      const parts = one.file.includes.map((id) => {
        const part = byId.get(id);
        if (!part) throw new KyhopError("PROMPT_INVALID", { path: one.path, reason: `there is no ${id} to include` });
        return part;
      });
      return [one.file.id, promptOf([...parts, one], one.file)] as const;
    }),
  );
}

interface ReadFile {
  readonly path: string;
  readonly source: string;
  readonly file: PromptFile;
}

function readPromptFile(path: string): ReadFile {
  const source = readFileSync(path, "utf8");
  const file = parsePrompt(path, source);
  const fault = faultOf(file);
  if (fault) throw new KyhopError("PROMPT_INVALID", { path, reason: fault });
  return { path, source, file };
}

function faultOf({ schema, variables, body }: PromptFile): string | null {
  const { name } = replySchema;
  if (schema !== name) return `the schema is called ${name}`;
  if (variables.some((variable) => !filledIn.includes(variable))) return `the variables are ${filledIn.join(" and ")}`;
  return body.includes("{{") ? "the variables are filled in behind the last file, not within one" : null;
}

function promptOf(parts: readonly ReadFile[], { id, version }: PromptFile): Prompt {
  const told = JSON.stringify([...parts.map(({ source }) => source), replySchema.json]);
  const hash = createHash("sha256").update(told).digest("hex").slice(0, hashLength);
  return {
    id,
    version: `${id}@${version}:${hash}`,
    system: parts.map(({ file }) => file.body).join("\n\n"),
    examples: parts.flatMap(({ file }) => file.examples),
  };
}
