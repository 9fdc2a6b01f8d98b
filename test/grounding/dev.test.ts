import { it } from "vitest";
import { ground } from "../../src/grounding/ground.js";
import { verifyRecord } from "../../src/grounding/verify.js";
import { Record } from "../../src/records/record.js";
import { goldDocuments, provenance } from "./gold-documents.js";
it("dev", () => {
  let n = 0, v = 0;
  for (const g of goldDocuments()) {
    const r = ground({ ...g, provenance });
    Record.parse(r);
    const all = [...r.targets, ...r.achievements];
    n += all.length; v += all.filter((f) => f.verified).length;
    for (const p of r.problems) console.log(g.name.slice(0, 22), p.path, p.code, p.message.slice(0, 150), (()=>{const m=/(targets|achievements)\[(\d+)\]/.exec(p.path); const f=m&&(r as any)[m[1]!][m[2]!]; return f?`| ${f.indicator} | ${f.value} ${f.unit} | ${f.evidence.quote}`:''})());
    const w = verifyRecord(r); if (w.length) console.log("VERIFY", g.name, w);
    console.log(r.sessions.map(s=>JSON.stringify(s.body)).join());
  }
  console.log(n, v);
});
