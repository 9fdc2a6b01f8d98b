/** One paragraph of a document: no line break in it, no space at its ends. */
export interface Line {
  readonly text: string;
  /** an empty line (or the edge of a block) stands before it */
  readonly gap: boolean;
  /** marked up as a heading */
  readonly heading: boolean;
}

/** The lines of a text, empty ones told by the `gap` of the next. */
export function toLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const row of text.split("\n")) {
    const trimmed = squeeze(row);
    if (trimmed) lines.push({ text: trimmed, gap, heading: false });
    gap = !trimmed;
  }
  return lines;
}

/** Runs of space made one, none at the ends. */
export function squeeze(text: string): string {
  const trimmed = text.trim();
  return /[^\S ]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, " ") : trimmed;
}

/** Whether the letters of a line are capitals: at least two of them, and no small one. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}\P{Lu}*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Whether a line ends as a sentence or an item of a list does. */
export function endsSentence(text: string): boolean {
  return /[.;:!?…,/]["'”’)»]?$/u.test(text);
}
