import type { ChatRequest, Usage } from "./model.js";

/**
 * The tokenizer takes quadratic time on one long run (100 000 spaces: 11 s), so a text is counted in pieces.
 * A piece's edge adds at most a token or two.
 */
const pieceLength = 2_000;

/** What the roles and turns around the two messages take. */
const framing = 16;

const counts = new WeakMap<ChatRequest, Promise<number>>();

/** Loaded when first used: its table takes 2 MB and a third of a second. */
const loadTokenizer = () => import("gpt-tokenizer/encoding/o200k_base");

/** How many tokens a text takes in o200k_base, the vocabulary of OpenAI's models since GPT-4o; never too few by much. */
export async function countTokens(text: string): Promise<number> {
  const tokenizer = await loadTokenizer();
  let total = 0;
  for (let start = 0; start < text.length; start += pieceLength) {
    // Words of the tokenizer's own ("<|endoftext|>") are text like any other in an article.
    total += tokenizer.countTokens(text.slice(start, start + pieceLength), { disallowedSpecial: new Set() });
  }
  return total;
}

/** Whether a text takes no more than so many tokens. As each covers a byte at least, a short text is not counted. */
export async function fitsInto(tokens: number, text: string): Promise<boolean> {
  return Buffer.byteLength(text) <= tokens || (await countTokens(text)) <= tokens;
}

/** How many tokens a request's messages and schema take as input; counted once for each request object. */
export function countInputTokens(request: ChatRequest): Promise<number> {
  const known = counts.get(request);
  if (known) return known;
  const parts = [request.system, request.user, JSON.stringify(request.schema.json)];
  const count = Promise.all(parts.map(countTokens)).then((each) => each.reduce((sum, one) => sum + one, framing));
  counts.set(request, count);
  return count;
}

/** The usage of an answer that came without one. */
export async function estimateUsage(request: ChatRequest, answer: string): Promise<Usage> {
  return { input: await countInputTokens(request), output: await countTokens(answer), cached: 0 };
}
