import table from "./data/abbreviations.json" with { type: "json" };
import { fold } from "./text/fold.js";
import { swift } from "./text/patterns.js";

/** What stands beside an abbreviation; both are read folded, so any form of NFC text will do. */
export interface AbbreviationContext {
  readonly before?: string;
  readonly after?: string;
}

interface Entry {
  readonly abbreviation: string;
  readonly expansion: string;
  readonly ambiguous?: boolean;
}

interface ContextRule {
  readonly abbreviation: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly expansion: string;
}

const entries = new Map((table.abbreviations as readonly Entry[]).map((entry) => [entry.abbreviation, entry]));

// of what has several meanings, the first rule whose context holds decides
const contextRules: readonly ContextRule[] = [
  { abbreviation: "CT", after: /^\/ttg/, expansion: "Chỉ thị" },
  { abbreviation: "CT", before: /(?:\d|\/|-)$/, expansion: "Chỉ thị" },
  { abbreviation: "CT", after: /^\s?-?\s?(?:hđnd|ubnd|ubmttq|mttq|hội)/, expansion: "Chủ tịch" },
  { abbreviation: "HĐ", after: /^\s?(?:số\s)?\d/, expansion: "hợp đồng" },
  { abbreviation: "TP.", after: swift(/^\s?\p{L}/u), expansion: "thành phố" },
  {
    abbreviation: "TT",
    after: /^\.?\s?(?:hđnd|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|quận ủy|ubmttq)/,
    expansion: "Thường trực",
  },
  { abbreviation: "TT", before: /(?:\/|-)$/, expansion: "Thông tư" },
  { abbreviation: "BT", after: /^\s?(?:đảng ủy|chi bộ|huyện ủy|tỉnh ủy|đoàn)/, expansion: "Bí thư" },
  { abbreviation: "GĐ", after: /^\s?(?:sở|công an|trung tâm|công ty|bệnh viện)/, expansion: "Giám đốc" },
  { abbreviation: "TX", after: swift(/^\.?\s?\p{L}/u), before: /(?:^|\s)$/, expansion: "thị xã" },
  { abbreviation: "QH", before: /(?:đại biểu|khóa)\s$/, expansion: "Quốc hội" },
  { abbreviation: "KH", after: /^-ubnd/, expansion: "Kế hoạch" },
];

/**
 * The words that an abbreviation stands for. One that has several meanings is expanded only where its neighbours
 * decide: "CT UBND" is Chủ tịch, "CT/TTg" Chỉ thị, "TT HĐND" Thường trực.
 * @param abbreviation as printed: capitals count
 * @returns `null` for what is not known or not decided
 */
export function expand(abbreviation: string, context: AbbreviationContext = {}): string | null {
  const before = fold((context.before ?? "").normalize("NFC"));
  const after = fold((context.after ?? "").normalize("NFC"));
  const rule = contextRules.find(
    (candidate) =>
      candidate.abbreviation === abbreviation &&
      (candidate.before?.test(before) ?? true) &&
      (candidate.after?.test(after) ?? true),
  );
  if (rule) return rule.expansion;
  const entry = entries.get(abbreviation.normalize("NFC"));
  return entry && !entry.ambiguous ? entry.expansion : null;
}
