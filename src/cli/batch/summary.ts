import type { Context } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { jsonLine } from "../terminal/printable.js";
import type { BatchOutcome } from "./work-through.js";

/** Writes how a batch went, tells why it was stopped, and says how the command ends. */
export async function concludeBatch(outcome: BatchOutcome, json: boolean, { messages }: Context): Promise<ExitCode> {
  const output = await openOutput("-");
  await output.write(json ? jsonLine(outcome) : `${summary(outcome)}\n`);
  const { stopped, failed, failedBefore } = outcome;
  if (stopped) messages.tell(`stopped: ${stopped.code} ${stopped.message}`);
  return stopped || failed + failedBefore > 0 ? exitCode.someFailed : exitCode.done;
}

/** "20 done (18 new, 2 changed) · 5 done before · 1 failed · 14 numbers unclaimed · 85.2 documents a second" */
function summary({ done, inserted, updated, doneBefore, failed, failedBefore, unclaimed, perSecond }: BatchOutcome) {
  return [
    `${done} done (${inserted} new, ${updated} changed)`,
    `${doneBefore} done before`,
    `${failed} failed`,
    `${failedBefore} failed before`,
    `${unclaimed} numbers unclaimed`,
    `${perSecond.toFixed(1)} documents a second`,
  ].join(" · ");
}
