import type { Figure } from "../../records/figure.js";

const numbers = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 6 });

/** How the codes of records are written in Vietnamese, where the code itself is not what people write. */
const unitNames: Readonly<Record<string, string>> = {
  VND: "đồng",
  m2: "m²",
  km2: "km²",
  m3: "m³",
  t: "tấn",
  L: "lít",
  "[nmi_i]": "hải lý",
  "kW.h": "kWh",
  "MW.h": "MWh",
  "kV.A": "kVA",
  "[ppth]": "‰",
  a: "năm",
  mo: "tháng",
  d: "ngày",
  h: "giờ",
};

/** Units that stand at the number without a space. */
const glued: ReadonlySet<string> = new Set(["%", "‰"]);

const scales: readonly (readonly [factor: number, word: string])[] = [
  [1e9, "tỷ "],
  [1e6, "triệu "],
  [1e3, "nghìn "],
];

/**
 * A figure's value as a Vietnamese office writes it: 63034000000 `VND` → "63.034 triệu đồng"; a status where there is
 * no number; "" where the figure is told by comparisons only.
 */
export function amountOf(figure: Figure): string {
  if (figure.value === null) return figure.status ?? "";
  const [scale, word] = scaleOf(figure);
  const write = (value: number) => numbers.format(value / scale);
  const range = figure.valueMax === null ? "" : `–${write(figure.valueMax)}`;
  const whole = figure.outOf === null ? "" : `/${write(figure.outOf)}`;
  const unit = `${word}${unitWords(figure.unit)}`;
  const gap = unit === "" || glued.has(unit) ? "" : " ";
  return `${change[figure.measure]}${bounded(figure, `${write(figure.value)}${range}${whole}${gap}${unit}`)}`;
}

const change = { level: "", increase: "tăng ", decrease: "giảm " } as const;

function bounded({ comparator }: Figure, amount: string): string {
  if (comparator === "gte") return `từ ${amount} trở lên`;
  const words = { approx: "khoảng ", gt: "trên ", lt: "dưới ", lte: "không quá ", eq: "", range: "" };
  return `${comparator ? words[comparator] : ""}${amount}`;
}

/** Money is scaled by the largest word that leaves both ends with at most two decimals. */
function scaleOf({ unit, value, valueMax }: Figure): readonly [number, string] {
  if (!unit?.startsWith("VND")) return [1, ""];
  const ends = [value, valueMax].filter((end) => end !== null);
  const fits = (factor: number) => ends.every((end) => end >= factor && Number.isInteger((end * 100) / factor));
  return scales.find(([factor]) => fits(factor)) ?? [1, ""];
}

/** "VND/{người}/a" → "đồng/người/năm", "{ca}/10000{dân}" → "ca/10.000 dân". */
function unitWords(code: string | null): string {
  return (code ?? "")
    .split("/")
    .map((part) => {
      const [, count = "", name = ""] = /^(\d{0,9})\{?([^{}]*)/.exec(part) ?? [];
      return `${count && `${numbers.format(Number(count))} `}${unitNames[name] ?? name}`;
    })
    .join("/");
}
