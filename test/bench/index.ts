import { benchCleaning } from "./cleaning.js";

// one line a bench: `npm run build && npm run bench`
benchCleaning();
