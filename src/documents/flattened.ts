import { fold } from "../vietnamese/fold.js";
import type { Line } from "./lines.js";

const bareNumber = /^[-+]?\d{1,3}(?:[.,]\d{1,3}){0,5}%?$/u;
const bareUnit =
  /^(?:triệu|tỷ|tỉ|nghìn|ngàn)?(?: ?đồng| ?đ)?$|^(?:%|ha|tấn|người|hộ|biên chế|km|m2|lao động|cháu|em|con)$/iu;
const longestLead = 200;

/**
 * Joins what a converter of tables left on lines of their own: "Tổng thu ngân sách:", "26.536.722", "triệu đồng" is one
 * item. Only a line with a colon at its end takes a number, and only such a number a unit.
 */
export function joinFlattened(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  let open = false;
  for (const line of lines) {
    const above = joined.at(-1);
    const text = line.text.trim();
    const number = above !== undefined && bareNumber.test(text) && endsLead(above.text);
    const unit = above !== undefined && open && bareUnit.test(fold(text));
    if (above && (number || unit)) joined[joined.length - 1] = { ...above, text: `${above.text} ${text}` };
    else joined.push(line);
    open = number;
  }
  return joined;
}

const endsLead = (text: string): boolean => /\p{L}[^:]{0,60}:\s*$/u.test(text) && text.length <= longestLead;
