/** Zeroed memory that short texts share: an array of its own costs each of them more than its letters do. */
let slab = Buffer.alloc(2 ** 18);
let used = 0;

/** The code units of the text, and a zero behind them. */
export function unitsOf(text: string): Uint16Array {
  const bytes = 2 * (text.length + 1);
  if (bytes > slab.length / 8) {
    const own = Buffer.alloc(bytes);
    own.write(text, "utf16le");
    return new Uint16Array(own.buffer, own.byteOffset, text.length + 1);
  }
  if (used + bytes > slab.length) {
    slab = Buffer.alloc(slab.length);
    used = 0;
  }
  slab.write(text, used, "utf16le");
  const units = new Uint16Array(slab.buffer, slab.byteOffset + used, text.length + 1);
  used += bytes;
  return units;
}

/** The text whose code units these are, the zero behind them left out. */
export function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength - 2).toString("utf16le");
}
