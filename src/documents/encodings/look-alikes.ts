import { isSyllable } from "../../vietnamese/text/syllables.js";

/** Letters of other scripts and languages that stand for the Vietnamese ones that they look like. */
const letters: Readonly<Record<string, string>> = {
  ð: "đ",
  Ð: "Đ",
  Ɖ: "Đ",
  ƣ: "ư",
  Ƣ: "Ư",
  а: "a",
  А: "A",
  е: "e",
  Е: "E",
  о: "o",
  О: "O",
  с: "c",
  С: "C",
  р: "p",
  Р: "P",
  х: "x",
  Х: "X",
  у: "y",
  і: "i",
  Т: "T",
  Н: "H",
  К: "K",
  М: "M",
  В: "B",
  ο: "o",
  Ο: "O",
  ı: "i",
};
const any = new RegExp(`[${Object.keys(letters).join("")}]`);
const each = new RegExp(any, "g");
const word = new RegExp(`[\\p{L}\\p{M}]*${any.source}[\\p{L}\\p{M}]*`, "gu");

/** Puts the letters in place in words that are Vietnamese then and were not before. */
export function withoutLookAlikes(text: string): string {
  if (!any.test(text)) return text;
  return text.replace(word, (found) => {
    const mended = found.replace(each, (letter) => letters[letter] ?? letter).normalize("NFC");
    return isSyllable(mended) ? mended : found;
  });
}
