import { swift } from "../../vietnamese/text/patterns.js";
import { publishers } from "./issuers.js";
import { storyOpenings } from "./openings.js";

/** A story's first words that name who reports it, "(BĐ) - Chiều 22.4, …", and the sentence without them. */
export interface Newsroom {
  readonly publisher: string;
  readonly rest: string;
}

// "more(" is what is left of the mark by which WordPress cuts off abstracts
const bracketed = /^(?:more)?\(([^()]{2,40})\) ?[-–—:] ?(?=\S)/u;
const bare = /^(\p{Lu}{2,8}|[\p{L}\p{N}.-]{2,30}\.(?:vn|com|net|org)) ?[-–—] ?(?=\S)/u;
const site = swift(/^[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{2,20}){1,4}$/u);
const abbreviation = /^\p{Lu}{2,10}$/u;
/** abbreviations that govern and do not report */
const bodies = ["HĐND", "UBND", "MTTQ", "UBMTTQ", "TP", "TX", "BCH", "BTV", "HU", "TU"];

/**
 * Reads the name of a newsroom before a story's first sentence. In brackets a site, a newsroom's abbreviation or a name
 * that begins as one ("Báo …") counts; without brackets a story's opening must follow. `null` without one.
 */
export function readNewsroom(text: string): Newsroom | null {
  const match = bracketed.exec(text);
  if (match?.[1] && isPublisher(match[1])) return { publisher: match[1], rest: text.slice(match[0].length) };
  const plain = bare.exec(text);
  if (!plain?.[1] || bodies.includes(plain[1])) return null;
  const rest = text.slice(plain[0].length);
  return storyOpenings.matchStart(rest.slice(0, 60)) ? { publisher: plain[1], rest } : null;
}

function isPublisher(name: string): boolean {
  if (bodies.includes(name)) return false;
  return site.test(name) || abbreviation.test(name) || publishers.matchStart(name) !== null;
}
