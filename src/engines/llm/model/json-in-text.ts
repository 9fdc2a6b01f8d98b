/** Reasoning models that run locally may think aloud before they answer. */
const endOfThought = "</think>";

/** Openings that are followed to their end; more would make hostile text quadratic. */
const mostOpenings = 16;

/**
 * The first JSON object in a text that may stand in a fence, after prose or after thoughts; `null` where there is none.
 * Linear in the text.
 */
export function findJsonObject(text: string): string | null {
  const answer = text.slice(text.lastIndexOf(endOfThought) + 1);
  let opening = answer.indexOf("{");
  for (let tried = 0; opening >= 0 && tried < mostOpenings; tried++) {
    const end = closingOf(answer, opening);
    const candidate = answer.slice(opening, end ?? undefined);
    if (end !== null && isJson(candidate)) return candidate;
    opening = answer.indexOf("{", end ?? opening + 1);
  }
  return null;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The offset after the brace that closes the one at `opening`; braces inside of strings do not count. */
function closingOf(text: string, opening: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let index = opening; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === "\\") index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return index + 1;
  }
  return null;
}
