import { benchCleaning } from "./cleaning.js";
import { benchPipeline } from "./pipeline.js";

// one line a bench: `npm run build && npm run bench`
benchCleaning();
await benchPipeline();
