import table from "./data/abbreviations.json" with { type: "json" };
import { fold } from "./text/fold.js";

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
  { abbreviation: "CT", after: /^\/ttg/u, expansion: "Chỉ thị" },
  { abbreviation: "CT", before: /(?:\d|\/|-)$/u, expansion: "Chỉ thị" },
  { abbreviation: "CT", after: /^\s?-?\s?(?:hđnd|ubnd|ubmttq|mttq|hội)/u, expansion: "Chủ tịch" },
  { abbreviation: "HĐ", after: /^\s?(?:số\s)?\d/u, expansion: "hợp đồng" },
  { abbreviation: "TP.", after: /^\s?\p{L}/u, expansion: "thành phố" },
  {
    abbreviation: "TT",
    after: /^\.?\s?(?:hđnd|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|quận ủy|ubmttq)/u,
    expansion: "Thường trực",
  },
  { abbreviation: "TT", before: /(?:\/|-)$/u, expansion: "Thông tư" },
  { abbreviation: "BT", after: /^\s?(?:đảng ủy|chi bộ|huyện ủy|tỉnh ủy|đoàn)/u, expansion: "Bí thư" },
  { abbreviation: "GĐ", after: /^\s?(?:sở|công an|trung tâm|công ty|bệnh viện)/u, expansion: "Giám đốc" },
  { abbreviation: "TX", after: /^\.?\s?\p{L}/u, before: /(?:^|\s)$/u, expansion: "thị xã" },
  { abbreviation: "QH", before: /(?:đại biểu|khóa)\s$/u, expansion: "Quốc hội" },
  { abbreviation: "KH", after: /^-ubnd/u, expansion: "Kế hoạch" },
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
