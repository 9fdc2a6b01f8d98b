import { Parser } from "htmlparser2";

const inline = new Set("a abbr b em font i mark s small span strong sub sup u".split(" "));

/** What HTML says without its tags; the ends of blocks part words. */
export function htmlWords(html: string): string {
  let text = "";
  const part = (name: string) => {
    if (!inline.has(name)) text += " ";
  };
  new Parser({
    ontext: (data) => {
      text += data;
    },
    onopentagname: part,
    onclosetag: part,
  }).end(html);
  return text;
}
