// Holds the scores of a set of documents against floors.json.
//   node floors.mjs SET SCORES.json   (SCORES.json: what score.mjs --json prints)
// Prints a line a floor, and last "N passed, N failed"; exit 1 below a floor.
import { readFileSync } from "node:fs";

const [set, scoresFile] = process.argv.slice(2);
const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"))[set];
const scores = JSON.parse(readFileSync(scoresFile, "utf8"));

const checks = Object.entries(floors).map(([part, floor]) => ({
  holds: scores[part].f1 >= floor,
  says: `${part} ${scores[part].f1} (floor ${floor})`,
}));
checks.push({ holds: scores.evidence.wrong === 0, says: `${scores.evidence.wrong} wrong evidence spans (floor 0)` });

for (const { holds, says } of checks) console.log(`${holds ? "ok    " : "BELOW "} ${set}: ${says}`);
const failed = checks.filter(({ holds }) => !holds).length;
console.log(`${checks.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
