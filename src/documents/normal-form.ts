const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFFFC]/g;
const control = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;
const wideSpace = /[\t\v\f\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const lineBreak = /\r\n?|[\u0085\u2028\u2029]/g;
/** the private signs that Word's symbol fonts print as bullets */
const wordBullet = /[\uF0A7\uF0B7\uF0D8\uF0FC]/g;
const combining = /[\u0300-\u036F]/;
const repeatedMark = /([\u0300-\u036F])\1+/g;
const loneSurrogate = /\p{Surrogate}/gu;

/** nothing but composed letters, ASCII and common signs: already in normal form */
const plain = /^[\n\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u1EA0-\u1EF9\u2010-\u2015\u2018-\u201D\u2022\u2026]*$/;

/**
 * The characters that the rest of Kyhop may rely on: NFC, one kind of line break, plain spaces, nothing invisible, no
 * control character, no lone surrogate (U+FFFD stands in its place). A mark typed twice on one letter counts once.
 */
export function normalForm(text: string): string {
  if (plain.test(text)) return text;
  const tidy = text
    .replace(loneSurrogate, "\uFFFD")
    .replace(lineBreak, "\n")
    .replace(wideSpace, " ")
    .replace(invisible, "")
    .replace(control, "")
    .replace(wordBullet, "-");
  return combining.test(tidy) ? composed(tidy) : tidy.normalize("NFC");
}

/** Only a decomposed letter shows that the same mark was typed twice on it. */
function composed(text: string): string {
  return text.normalize("NFD").replace(repeatedMark, "$1").normalize("NFC");
}
