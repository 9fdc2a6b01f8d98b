/** The letters and signs of Windows-1252 from 0x80 to 0x9F; the five unused places keep their control characters. */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const bytesOf = new Map([...signs].map((sign, index) => [sign, 0x80 + index]));

/** Bytes as Windows shows them in the West; every byte has its own letter or sign. */
export function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString("latin1")
    .replace(/[\x80-\x9F]/g, (control) => signs[control.charCodeAt(0) - 0x80] ?? control);
}

/** The bytes that show as this text in Windows-1252 or Latin-1; `null` where a letter is in neither. */
export function toWindows1252(text: string): Buffer | null {
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : bytesOf.get(text[at] ?? "");
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}
