import { fold } from "../../vietnamese/text/fold.js";
import type { Line } from "../lines.js";

const bareNumber = /^[-+]?\d{1,3}(?:[.,]\d{1,3}){0,5}%?$/u;
const bareUnit =
  /^(?:triệu|tỷ|tỉ|nghìn|ngàn)?(?: ?đồng| ?đ)?$|^(?:%|ha|tấn|người|hộ|biên chế|km|m2|lao động|cháu|em|con)$/iu;
const valueWithUnit =
  /^[-+]?\d{1,3}(?:[.,]\d{1,3}){0,5} ?(?:(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ?)?(?:đồng|đ|usd)|(?:triệu|tỷ|tỉ)|%|ha|tấn)[.;,]?$/iu;
/** "Tổng vốn đầu tư": a label without a colon, which only an amount with its unit makes one. */
const bareLabel = /^\p{Lu}[\p{L} ,()-]{3,60}\p{L}$/u;
const longestLead = 200;

/**
 * Joins what a converter of tables left on lines of their own: "Tổng thu ngân sách:", "26.536.722", "triệu đồng" is one
 * item. Only a line with a colon at its end takes a bare number, and only such a number a unit; an amount with its unit
 * also joins a short label.
 */
export function joinFlattened(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  let open = false;
  for (const line of lines) {
    const above = joined.at(-1);
    const text = line.text.trim();
    const number = above !== undefined && bareNumber.test(text) && endsLead(above.text);
    const unit = above !== undefined && open && bareUnit.test(fold(text));
    const whole = above !== undefined && valueWithUnit.test(fold(text)) && isLabel(above.text);
    if (above && (number || unit || whole)) joined[joined.length - 1] = { ...above, text: `${above.text} ${text}` };
    else joined.push(line);
    open = number;
  }
  return joined;
}

const isLabel = (text: string): boolean => endsLead(text) || (bareLabel.test(text) && text !== text.toUpperCase());

const endsLead = (text: string): boolean => /\p{L}[^:]{0,60}:\s*$/u.test(text) && text.length <= longestLead;
