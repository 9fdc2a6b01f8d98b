/**
 * What a terminal would obey instead of showing: C0 and C1 control characters (escape sequences begin with one) and
 * the marks that reverse the direction of writing.
 */
const commands = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Text of a document made safe to print; lines and tabs stay. */
export function printableLines(text: string): string {
  return text.replace(commands, "");
}

/** Text of a document made safe to print, on one line. */
export function printable(text: string): string {
  return printableLines(text.replace(/\s+/g, " "));
}

/** A value as JSON on one line; what a terminal would obey is escaped, so the same bytes suit pipes and screens. */
export function jsonLine(value: unknown): string {
  const escaped = JSON.stringify(value).replace(
    /[\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${escaped}\n`;
}
