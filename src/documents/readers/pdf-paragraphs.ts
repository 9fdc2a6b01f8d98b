import type { TextLine } from "./pdf-layout.js";

const endsSentence = /[.;:!?…/]["”)]?$/u;
const startsSmall = /^[\p{Ll}\d]/u;

/**
 * The text of a document's pages, a paragraph a line. A line goes on in the next where that one's first word had no room
 * in it; over a page's end, where the sentence is not ended either.
 */
export function paragraphsOf(pages: readonly (readonly TextLine[])[]): string {
  let text = "";
  let last: TextLine | null = null;
  for (const page of pages) {
    for (const [index, line] of page.entries()) {
      if (!last) text = line.text;
      else if (goesOn(last, line, index === 0)) text += joint(text, line.text) + line.text;
      else text += (line.gap ? "\n\n" : "\n") + line.text;
      last = line;
    }
  }
  return text;
}

function goesOn(above: TextLine, line: TextLine, overPage: boolean): boolean {
  if ((line.gap && !overPage) || line.indented || above.room === Number.POSITIVE_INFINITY) return false;
  if (overPage && (endsSentence.test(above.text) || !startsSmall.test(line.text))) return false;
  const firstWord = line.text.split(" ", 1)[0] ?? "";
  return above.room < firstWord.length + 1;
}

/** A number or a word that a line's end cuts at its hyphen goes on without a space. */
function joint(text: string, next: string): string {
  return /[\p{L}\p{N}]-$/u.test(text) && startsSmall.test(next) ? "" : " ";
}
