const sampleLength = 4096;
/** of a sample's bytes in one place of each pair, how many are zero where the text has spaces and Latin letters */
const leastZeros = 0.2;

/** Which order of bytes a UTF-16 text has, by its mark or by where its zeros stand; `null` for other texts. */
export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, sampleLength);
  let first = 0;
  let second = 0;
  for (let i = 0; i < sample.length; i++) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) first++;
    else second++;
  }
  const least = (leastZeros * sample.length) / 2;
  if (bytes.length % 2 !== 0 || Math.max(first, second) < Math.max(least, 2)) return null;
  if (first === 0) return "utf-16le";
  return second === 0 ? "utf-16be" : null;
}
