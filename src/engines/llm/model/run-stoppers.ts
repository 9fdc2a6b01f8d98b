import type { ErrorCode } from "../../../errors.js";

/** What no other document of the run will get past; the run stops and can go on when it is put right. */
export const runStoppers: ReadonlySet<ErrorCode> = new Set([
  "LLM_UNAUTHORISED",
  "LLM_QUOTA",
  "LLM_BUDGET_SPENT",
  "LLM_PRICE_UNKNOWN",
  "LLM_ABORTED",
]);
