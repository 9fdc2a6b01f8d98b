const spaces = String.raw`\t\v\f\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000`;
const invisible = String.raw`\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFC`;
const control = String.raw`\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F`;
/** the private signs that Word's symbol fonts print as bullets */
const bullets = String.raw`\uF0A7\uF0B7\uF0D8\uF0FC`;
const loneSurrogate = String.raw`[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]`;

const special = new RegExp(`[${spaces}${invisible}${control}${bullets}]|${loneSurrogate}`, "g");
const space = new RegExp(`[${spaces}]`);
const bullet = new RegExp(`[${bullets}]`);
const surrogate = /[\uD800-\uDFFF]/;
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;
const combining = /[\u0300-\u036F]/;
const repeatedMark = /([\u0300-\u036F])\1+/g;
/** nothing but composed letters, ASCII and common signs: in normal form already */
const normal = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u1EA0-\u1EF9\u2010-\u2015\u2018-\u201D\u2022\u2026]*$/;

/**
 * The characters that the rest of Kyhop may rely on: NFC, one kind of line break, plain spaces, nothing invisible, no
 * control character, no lone surrogate (U+FFFD stands in its place). A mark typed twice on one letter counts once.
 */
export function normalForm(text: string): string {
  if (normal.test(text)) return text;
  const plain = text.replace(lineBreak, "\n").replace(special, substitute);
  if (!combining.test(plain)) return plain.normalize("NFC");
  const composed = plain.replace(repeatedMark, "$1").normalize("NFC");
  return combining.test(composed) ? withoutSecondMarks(composed) : composed;
}

function substitute(sign: string): string {
  if (space.test(sign)) return " ";
  if (surrogate.test(sign)) return "\uFFFD";
  return bullet.test(sign) ? "-" : "";
}

/** A mark on a letter that has it already only shows beside it when the letter is taken apart. */
function withoutSecondMarks(text: string): string {
  return text.normalize("NFD").replace(repeatedMark, "$1").normalize("NFC");
}
