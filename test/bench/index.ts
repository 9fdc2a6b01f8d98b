import { benchHybrid } from "./hybrid.js";
import { benchOverhead } from "./overhead.js";
import { benchPages } from "./pages.js";
import { benchPipeline } from "./pipeline.js";
import { benchQueues } from "./queues.js";
import { benchStore } from "./store.js";
import { benchTokens } from "./tokens.js";

const benches = {
  pages: () => benchPages(),
  pipeline: benchPipeline,
  tokens: () => benchTokens(),
  hybrid: benchHybrid,
  overhead: benchOverhead,
  store: benchStore,
  queues: benchQueues,
};

// `npm run build && npm run bench` runs all of them, `npm run bench -- store queues` some
const asked = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) if (asked.length === 0 || asked.includes(name)) await bench();
