import { Parser } from "htmlparser2";

const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,24}\d{0,2});/gi;

/** HTML's entities as their characters; what is no entity stays. */
export function decodeEntities(text: string, wanted: (character: string) => boolean = () => true): string {
  if (!text.includes("&")) return text;
  return text.replace(entity, (written) => {
    const character = decodeEntity(written);
    return wanted(character) ? character : written;
  });
}

function decodeEntity(entity: string): string {
  let decoded = "";
  new Parser({ ontext: (text) => (decoded += text) }).end(entity);
  return decoded;
}
