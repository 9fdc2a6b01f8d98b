const wordsOf = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}%]+/gu) ?? [];

/** How well one text holds the words of another, each as often as it stands there; 1 where it holds these and no other. */
export function tokenF1(found: string, wanted: string): number {
  const [foundWords, wantedWords] = [wordsOf(found), wordsOf(wanted)];
  const left = new Map<string, number>();
  for (const word of wantedWords) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of foundWords) {
    const more = left.get(word) ?? 0;
    if (more > 0) hits++;
    left.set(word, more - 1);
  }
  return (2 * hits) / Math.max(1, foundWords.length + wantedWords.length);
}
