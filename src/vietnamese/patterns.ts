/** Not within a word or a number: the Vietnamese `\b`, which must look at letters that `\w` does not know. */
export const wordStart = "(?<![\\p{L}\\p{N}])";
export const wordEnd = "(?![\\p{L}\\p{N}])";

/**
 * A pattern over folded text. Each space of the source stands for one to three spaces, and " ?" for none to three,
 * since portals print words with uneven gaps; the bound keeps matching linear.
 */
export function pattern(source: string, flags: "g" | "y"): RegExp {
  return new RegExp(
    source.replace(/ (\?)?/g, (_, optional: string | undefined) => (optional ? " {0,3}" : " {1,3}")),
    `${flags}u`,
  );
}

/** What the sticky pattern matches exactly at `at`. */
export function matchAt(sticky: RegExp, folded: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(folded);
}

/** The alternatives of a word table, as the source of a pattern. */
export function anyOf(words: Iterable<string>): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join("|")})`;
}
