import { swift } from "../../../vietnamese/text/patterns.js";

/** Words that go together and are parted by no comma between them: "1.084 công trình lớn, nhỏ". */
const pairs: Readonly<Record<string, string>> = {
  lớn: "nhỏ",
  trong: "ngoài",
  cũ: "mới",
  nam: "nữ",
  ngắn: "dài",
};

const longestWord = 6;
const lastWord = swift(/(?<!\p{L})(?<word>\p{L}+) ?$/u);
const firstWord = swift(/^, ?(?<word>\p{L}+)/u);

/** Whether the comma at `at` stands within such a pair. */
export function isWithinPair(folded: string, at: number): boolean {
  const first = lastWord.exec(folded.slice(Math.max(0, at - longestWord), at))?.groups?.["word"];
  const last = first !== undefined && pairs[first];
  return Boolean(last) && firstWord.exec(folded.slice(at, at + longestWord + 2))?.groups?.["word"] === last;
}
