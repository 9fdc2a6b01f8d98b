import type { Pipeline } from "../src/engines/pipeline.js";

/** Everything else: features and reports of a place, and what has nothing to extract. */
export const other: Pipeline = {
  id: "other",
  kind: "other",
  match: () => 0.35,
  figures: { defaultClass: "achievement", listed: false, cautious: true },
};
