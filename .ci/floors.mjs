// Holds scores against floors.json: score.mjs GOLD RECORDS --json | node floors.mjs SET
// Prints a line a floor; exit 1 where one is not reached or a quote is not the text at its offsets.
import { readFileSync } from "node:fs";

const set = process.argv[2];
const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"))[set];
const scores = JSON.parse(readFileSync(0, "utf8"));

const checks = Object.entries(floors).map(([part, floor]) => [
  scores[part].f1 >= floor,
  `${part} ${scores[part].f1}, floor ${floor}`,
]);
checks.push([scores.evidence.wrong === 0, `${scores.evidence.wrong} wrong evidence spans, floor 0`]);
for (const [holds, says] of checks) console.log(`${holds ? "holds" : "BELOW"}  ${set}: ${says}`);
process.exitCode = checks.every(([holds]) => holds) ? 0 : 1;
