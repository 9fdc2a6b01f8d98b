const canonical = /^m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/i;
const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** A Roman numeral in canonical form, of either case: "IX" → 9. `null` for anything else ("IIX", ""). */
export function readRoman(text: string): number | null {
  if (text === "" || !canonical.test(text)) return null;
  const signs = [...text.toLowerCase()].map((sign) => values[sign] ?? 0);
  return signs.reduce((sum, value, i) => sum + (value < (signs[i + 1] ?? 0) ? -value : value), 0);
}
