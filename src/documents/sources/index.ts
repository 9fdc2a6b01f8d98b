import type { Container } from "./container.js";
import { csv } from "./csv.js";
import { gzip } from "./gzip.js";
import { json } from "./json.js";
import { jsonLines } from "./json-lines.js";
import { warc } from "./warc.js";
import { zip } from "./zip.js";

/** Every kind of file that holds documents; the first that claims a source opens it. */
export const containers: readonly Container[] = [warc, gzip, zip, jsonLines, json, csv];
