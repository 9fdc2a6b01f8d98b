/** Letters, digits and per cent signs, in lower case; everything else is a gap. */
export function normalise(text: string | null | undefined): string {
  return (text ?? "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** How far two texts are the same words, order ignored: the F1 of their words, 0 to 1. Two empty texts are the same. */
export function wordOverlap(a: string | null | undefined, b: string | null | undefined): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (!left.length || !right.length) return left.length === right.length ? 1 : 0;
  const rest = [...right];
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
  }
  return (2 * (right.length - rest.length)) / (left.length + right.length);
}

function wordsOf(text: string | null | undefined): string[] {
  return normalise(text).split(" ").filter(Boolean);
}

/** Whether both are known and equal but for the last digits of a binary fraction. */
export function sameNumber(a: number | null | undefined, b: number | null | undefined): boolean {
  return a != null && b != null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));
}

/** Whether two codes of units name the same thing: "{hộ}" and "{hộ dân}" do. */
export function sameUnit(a: string | null, b: string | null): boolean {
  const [left, right] = [unitWords(a), unitWords(b)];
  if (left === right) return true;
  return (
    (left !== "" && right !== "" && (left.includes(right) || right.includes(left))) || wordOverlap(left, right) >= 0.5
  );
}

function unitWords(code: string | null): string {
  return normalise((code ?? "").replace(/[{}]/g, " "));
}
