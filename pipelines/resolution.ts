import type { Pipeline } from "../src/engines/pipeline.js";

/** The text of a nghị quyết: grounds, "QUYẾT NGHỊ:", articles (layout: Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const resolution: Pipeline = {
  id: "resolution",
  kind: "resolution",
  match({ reading }) {
    const head = reading.folded.slice(0, 1500);
    const titled =
      /(?:^|\n) *nghị quyết *(?:\n|về |$|v\/v)/.test(head) || /(?:^|\n)số ?: ?\d{1,4}(?:\/\d{4})?\/nq/.test(head);
    const grounds = /(?:^|\n) *căn cứ /.test(reading.folded.slice(0, 4000));
    const enacts = /(?:^|\n) *quyết nghị *:?/.test(reading.folded) || /(?:^|\n) *điều 1 ?[.:]/.test(reading.folded);
    return titled && (grounds || enacts) ? 1 : grounds && enacts ? 0.9 : 0;
  },
  figures: { defaultClass: "target", listed: true, cautious: false },
};
