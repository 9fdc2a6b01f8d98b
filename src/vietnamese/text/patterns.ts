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

/** A pattern that finds letters and numbers faster than Unicode's classes do: for whatever searches the text. */
export function swift(pattern: RegExp | string, flags?: string): RegExp {
  const { source, flags: own } = typeof pattern === "string" ? { source: pattern, flags } : pattern;
  const within = (part: string): string => part.replace(/\\p\{[LMN]\}/g, (name) => ranges[name] ?? name);
  return new RegExp(
    source.replace(/\[(?:\\.|[^\]\\])*\]|\\p\{[LMN]\}/g, (part) =>
      part.startsWith("[") ? within(part) : `[${within(part)}]`,
    ),
    own,
  );
}

/** Not within a word or a number: the Vietnamese `\b`, which must look at letters that `\w` does not know. */
export const wordStart = "(?<![\\p{L}\\p{N}])";
export const wordEnd = "(?![\\p{L}\\p{N}])";

/**
 * A pattern over folded text. Each space of the source stands for one to three spaces, and " ?" for none to three,
 * since portals print words with uneven gaps; the bound keeps matching linear.
 */
export function pattern(source: string, flags: "g" | "y"): RegExp {
  return swift(
    source.replace(/ (\?)?/g, (_, optional: string | undefined) => (optional ? " {0,3}" : " {1,3}")),
    `${flags}u`,
  );
}

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

/** The alternatives of a word table, as the source of a pattern. */
export function anyOf(words: Iterable<string>): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
}
