import type { Pipeline } from "../src/engines/pipeline.js";
import { conferenceNews } from "./conference-news.js";
import { other } from "./other.js";
import { resolution } from "./resolution.js";
import { sessionNews } from "./session-news.js";

/** All pipelines; a document goes to the one that matches it most surely, the first of equals. */
export const pipelines: readonly Pipeline[] = [resolution, sessionNews, conferenceNews, other];
