import { benchHybrid } from "./hybrid.js";
import { benchLimits } from "./limits.js";
import { benchOverhead } from "./overhead.js";
import { benchPages } from "./pages.js";
import { benchPipeline } from "./pipeline.js";
import { benchQueues } from "./queues.js";
import { benchStore } from "./store.js";
import { benchTokens } from "./tokens.js";
import { benchWorkers } from "./workers.js";

const benches = {
  pages: () => benchPages(),
  pipeline: benchPipeline,
  tokens: () => benchTokens(),
  hybrid: benchHybrid,
  overhead: benchOverhead,
  store: benchStore,
  queues: benchQueues,
};

/** Those that take minutes; they run where they are asked for by name. */
const longBenches = { limits: benchLimits, workers: benchWorkers };

// `npm run build && npm run bench` runs all of the first, `npm run bench -- store limits` some of both
const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await bench();
for (const [name, bench] of Object.entries(longBenches)) if (asked.includes(name)) await bench();
