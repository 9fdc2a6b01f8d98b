import { evenlySpaced } from "../vietnamese/text/fold.js";
import type { Span } from "../vietnamese/text/span.js";
import type { Token } from "../vietnamese/text/tokens.js";

/** The words of the spans as a record gives them: in order, joined by a space, underscores and runs of space as one. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return evenlySpaced(spans.map(({ start, end }) => text.slice(start, end)).join(" ")).trim();
}

/** Where the words stand one behind the other, at or behind `from` if there, else the first place; `null` where nowhere. */
export function findWords(among: readonly Token[], words: readonly string[], from = 0): Span | null {
  let first: Span | null = null;
  for (let i = 0; i + words.length <= among.length; i++) {
    if ((words.length > 0 && among[i]?.word !== words[0]) || !words.every((word, k) => among[i + k]?.word === word))
      continue;
    const span = { start: among[i]?.start ?? 0, end: among[i + words.length - 1]?.end ?? 0 };
    if (span.start >= from) return span;
    first ??= span;
  }
  return first;
}

/** The tokens that tell the words in their order within the narrowest stretch, other words between allowed. */
export function findScattered(among: readonly Token[], words: readonly string[]): readonly Token[] | null {
  let best: readonly Token[] | null = null;
  const width = (found: readonly Token[]): number => (found.at(-1)?.end ?? 0) - (found[0]?.start ?? 0);
  for (let start = 0; start < among.length; start++) {
    if (among[start]?.word !== words[0]) continue;
    const found: Token[] = [];
    for (let i = start; i < among.length && found.length < words.length; i++) {
      const token = among[i];
      if (token && token.word === words[found.length]) found.push(token);
    }
    if (found.length < words.length) break;
    if (!best || width(found) < width(best)) best = found;
  }
  return best;
}
