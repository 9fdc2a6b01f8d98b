import { type Line, toLines } from "../lines.js";
import { normalForm } from "../normal-form.js";
import { decodeEntities } from "./entities.js";
import { joinFlattened } from "./flattened.js";
import { withoutMarkdown } from "./markdown.js";
import { unwrap } from "./unwrap.js";

const lineTag = /<(?:br|hr|\/p|\/div|\/li|\/tr)\b[^<>]{0,200}>/gi;
const strayTag = /<\/?[a-z][a-z0-9:-]{0,30}(?:\s[^<>]{0,500})?\/?>|<!--[^<>]{0,500}-->|<\?php[^<>]{0,500}\?>/gi;

/** The lines of a text document: stray tags, entities and Markdown's marks undone, wrapped paragraphs joined. */
export function readText(text: string): readonly Line[] {
  return joinFlattened(unwrap(withoutMarkdown(toLines(normalForm(withoutTags(text))))));
}

function withoutTags(text: string): string {
  const plain = text.includes("<") ? text.replace(lineTag, "\n").replace(strayTag, " ") : text;
  return decodeEntities(plain);
}
