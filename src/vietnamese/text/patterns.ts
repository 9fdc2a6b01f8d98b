/**
 * What stands for `\p{L}`, `\p{M}` and `\p{N}`: the same up to U+02FF, whole blocks of letters above, so all of
 * Vietnamese. The regular expression engine compares a few ranges in place; for the hundreds of the whole of Unicode it
 * calls out at every letter, which took a fifth of the pipeline's time.
 */
const ranges: Readonly<Record<string, string>> = {
  "\\p{L}": "A-Za-zªµºÀ-ÖØ-öø-\u02FF\u0370-\u1EFF",
  "\\p{M}": "\u0300-\u036F",
  "\\p{N}": "0-9²³¹¼-¾",
};

/** What only the "u" flag can say: a class of Unicode, a code point in braces, a letter of two code units. */
const needsUnicode = /\\[pPu]\{|[\uD800-\uDFFF]/;

/**
 * A pattern that finds letters and numbers faster than Unicode's classes do: for whatever searches the text. It reads
 * code units, as offsets count them, where nothing asks for more: looking behind is three times as fast.
 */
export function swift(pattern: RegExp | string, flags?: string): RegExp {
  const { source, flags: own = "" } = typeof pattern === "string" ? { source: pattern, flags } : pattern;
  const within = (part: string): string => part.replace(/\\p\{[LMN]\}/g, (name) => ranges[name] ?? name);
  const plain = source.replace(/\[(?:\\.|[^\]\\])*\]|\\p\{[LMN]\}/g, (part) =>
    part.startsWith("[") ? within(part) : `[${within(part)}]`,
  );
  return new RegExp(plain, needsUnicode.test(plain) ? own : own.replace("u", ""));
}

/** Not within a word or a number: the Vietnamese `\b`, which must look at letters that `\w` does not know. */
export const wordStart = "(?<![\\p{L}\\p{N}])";
export const wordEnd = "(?![\\p{L}\\p{N}])";

/** What the sticky pattern matches exactly at `at`. */
export function matchAt(sticky: RegExp, folded: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(folded);
}

/** What the global pattern matches, in order. `matchAll` finds the same, and first makes a copy of the pattern. */
export function allMatches(global: RegExp, words: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  global.lastIndex = 0;
  for (let match = global.exec(words); match; match = global.exec(words)) {
    found.push(match);
    if (match[0] === "") global.lastIndex++;
  }
  return found;
}

/**
 * The words of a table in alternation, longest first, as the source of a pattern. Plain words and nothing else: the
 * engine makes a tree of such alternatives, and tries them one by one where any of them is more.
 */
export function anyOf(words: Iterable<string>): string {
  const sources = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return `(?:${sources.join("|")})`;
}
