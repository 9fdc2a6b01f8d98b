import { provingQuantities, type QuantityMention } from "../../../src/grounding/figure-numbers.js";
import type { Proof } from "../../../src/grounding/proof.js";
import { documentId } from "../../../src/records/document-id.js";
import type { Figure } from "../../../src/records/figure.js";
import type { Record } from "../../../src/records/record.js";
import { fold } from "../../../src/vietnamese/text/fold.js";
import type { Span } from "../../../src/vietnamese/text/span.js";
import type { Random } from "../../support/random.js";
import type { RecordMutant } from "./record-mutants.js";

/** A piece of the text and what stands there instead. */
interface Edit extends Span {
  readonly by: string;
}

type Falsify = (text: string, quantity: QuantityMention, random: Random, figure: Figure) => Edit | null;

const otherWords: Readonly<{ [word: string]: string }> = {
  "triệu đồng": "tỷ đồng",
  "tỷ đồng": "triệu đồng",
  "nghìn tỷ": "tỷ",
  đồng: "USD",
  ha: "km",
  km: "ha",
  tấn: "tạ",
  hộ: "xã",
  người: "hộ",
  xã: "thôn",
  "%": "‰",
  "lao động": "trẻ em",
  "mô hình": "dự án",
  m: "ha",
};
const otherBounds: Readonly<{ [word: string]: string }> = {
  trên: "dưới",
  dưới: "trên",
  hơn: "gần",
  gần: "hơn",
  khoảng: "trên",
  "ít nhất": "tối đa",
  "tối thiểu": "không quá",
  "không quá": "ít nhất",
  "trở lên": "trở xuống",
  "không dưới": "không quá",
};
const verbs = ["đạt", "hoàn thành", "thực hiện", "giảm", "tăng", "kết nạp", "giải quyết", "huy động"];

const falsifications: Readonly<{ [kind: string]: Falsify }> = {
  "digit swapped": (text, { value }, random) => swapDigit(text, value.number, random),
  "digits transposed": (text, { value }) => transpose(text, value.number),
  "separator moved": (text, { value }) => moveSeparator(text, value.number),
  "comma dropped": (text, { value }) => edit(text, value.number, /(?<=\d),(?=\d)/, ""),
  "unit changed": (text, { value, end }) => changeWord(text, { start: value.number.start, end }, otherWords),
  "percent sign dropped": (text, { start, end }) => edit(text, { start, end }, /%(?!.*%)/, ""),
  "bound changed": (text, { start, end }) => changeWord(text, { start, end }, otherBounds),
  "bound added": (text, { start, value, end }) =>
    value.comparator === "eq" && !/(?:ước|đạt) $/.test(text.slice(start - 5, start))
      ? { start, end, by: `trên ${text.slice(start, end)}` }
      : null,
  "range's end changed": (text, { value }, random) =>
    value.valueMax === null ? null : swapLastDigit(text, value.number, random),
  "whole changed": (text, { value }, random) =>
    value.outOf === null ? null : swapLastDigit(text, value.number, random),
  "không before the verb": (text, { start }, _, { evidence }) =>
    negate(text, { start: evidence.start, end: start }, "không"),
  "chưa before the verb": (text, { start }, _, { evidence }) =>
    negate(text, { start: evidence.start, end: start }, "chưa"),
  "fall made a rise": (text, { start }, _, { evidence, measure }) =>
    measure === "decrease" ? edit(text, { start: evidence.start, end: start }, /giảm/, "tăng") : null,
};

function edit(text: string, { start, end }: Span, what: RegExp, by: string): Edit | null {
  const match = what.exec(text.slice(start, end));
  return match ? { start: start + match.index, end: start + match.index + match[0].length, by } : null;
}

function swapDigit(text: string, span: Span, random: Random): Edit | null {
  const at = [...text.slice(span.start, span.end).matchAll(/\d/g)].map((match) => span.start + match.index);
  const start = random.pick(at);
  return start === undefined
    ? null
    : { start, end: start + 1, by: String((Number(text[start]) + 1 + random.below(8)) % 10) };
}

function swapLastDigit(text: string, span: Span, random: Random): Edit | null {
  const digits = [...text.slice(span.start, span.end).matchAll(/\d/g)];
  const start = span.start + (digits.at(-1)?.index ?? Number.NaN);
  return Number.isNaN(start)
    ? null
    : { start, end: start + 1, by: String((Number(text[start]) + 1 + random.below(8)) % 10) };
}

function transpose(text: string, { start, end }: Span): Edit | null {
  for (let i = start; i + 1 < end; i++) {
    const [a = "", b = ""] = [text[i], text[i + 1]];
    if (/\d/.test(a) && /\d/.test(b) && a !== b) return { start: i, end: i + 2, by: b + a };
  }
  return null;
}

function moveSeparator(text: string, span: Span): Edit | null {
  return edit(text, span, /\d[.,]\d/, "") && moved(text, span);
}

function moved(text: string, { start, end }: Span): Edit | null {
  const match = /(\d)([.,])(\d)/.exec(text.slice(start, end));
  if (!match) return null;
  const [, before = "", mark = "", behind = ""] = match;
  const at = start + match.index;
  return { start: at, end: at + 3, by: before + behind + mark };
}

function changeWord(text: string, { start, end }: Span, table: Readonly<{ [word: string]: string }>): Edit | null {
  for (const [word, by] of Object.entries(table)) {
    const found = edit(fold(text), { start, end }, new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u"), by);
    if (found) return found;
  }
  return null;
}

/** Before the last verb of attaining that stands before the number. */
function negate(text: string, { start, end }: Span, negation: string): Edit | null {
  const clause = fold(text.slice(start, end)).split(/[;,:]/).at(-1) ?? "";
  const from = end - clause.length;
  const found = verbs.flatMap((verb) => {
    const match = new RegExp(`(?<!\\p{L})${verb}(?!\\p{L})(?!.*(?<!\\p{L})${verb}(?!\\p{L}))`, "u").exec(clause);
    return match ? [from + match.index] : [];
  });
  const at = Math.max(...found, -1);
  return at < 0 ? null : { start: at, end: at, by: `${negation} ` };
}

/** Every falsification of the text under a record that stays as it was, but for its offsets and quotes. */
export function* textMutants(record: Record, proof: Proof, random: Random): Generator<RecordMutant> {
  for (const list of ["targets", "achievements"] as const) {
    for (const [index, figure] of record[list].entries()) {
      const quantity = figure.verified ? provingQuantities(proof, figure)[0] : undefined;
      if (!quantity) continue;
      for (const [kind, falsify] of Object.entries(falsifications)) {
        const change = falsify(record.document.text, quantity, random, figure);
        if (change) yield { kind: `text: ${kind}`, path: `${list}[${index}]`, record: withEdit(record, change) };
      }
    }
  }
  for (const [index, { name, evidence }] of record.attendees.entries()) {
    const first = evidence[0];
    const at = name && first ? record.document.text.indexOf(name, first.start) : -1;
    if (!name || !first || at < 0 || at + name.length > first.end || evidence.length > 1) continue;
    const change = { start: at + name.length - 1, end: at + name.length, by: "q" };
    yield { kind: "text: name altered", path: `attendees[${index}]`, record: withEdit(record, change) };
  }
}

function withEdit(record: Record, { start, end, by }: Edit): Record {
  const text = record.document.text.slice(0, start) + by + record.document.text.slice(end);
  const shift = (at: number, isEnd: boolean) =>
    at > start || (isEnd && at === start) ? at + by.length - (end - start) : at;
  const moved = (key: string, value: unknown): unknown => {
    if (key === "document") return { ...(value as object), text, id: documentId(text) };
    if (value === null || typeof value !== "object" || !("quote" in value)) return value;
    const span = value as unknown as Span;
    const [from, to] = [shift(span.start, false), shift(span.end, true)];
    return { start: from, end: to, quote: text.slice(from, to) };
  };
  return JSON.parse(JSON.stringify(record, moved)) as Record;
}
