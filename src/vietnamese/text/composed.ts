import type { Span } from "./span.js";

/** A text in NFC, with the way back to the raw text that it was composed from. */
export interface ComposedText {
  /** NFC */
  readonly text: string;
  /**
   * The span of the raw text (UTF-16 code units) from which the words of a span of `text` were composed. A span that
   * ends within a composed letter takes the whole letter.
   */
  toRaw(span: Span): Span;
}

/** A letter with the marks behind it, or a Hangul syllable written in its parts: what composing can join. */
const cluster = /[\u1100-\u115F][\u1160-\u11FF]*\p{M}*|[^\p{M}]\p{M}*|\p{M}+/gsu;

/**
 * Composes a text to NFC and remembers where each letter came from, so that evidence found in the NFC text can be shown
 * in a source that was typed with combining marks.
 * @example compose("Tỷ lệ").toRaw({ start: 0, end: 2 }) // the raw "Tỷ", however many code units it has
 */
export function compose(raw: string): ComposedText {
  const text = raw.normalize("NFC");
  if (text === raw) return { text, toRaw: (span) => span };
  // raw offset of each code unit of `text`, and of its end
  const starts = new Uint32Array(text.length + 1);
  const ends = new Uint32Array(text.length + 1);
  let at = 0;
  for (const match of raw.matchAll(cluster)) {
    const composed = match[0].normalize("NFC");
    starts.fill(match.index, at, at + composed.length);
    ends.fill(match.index + match[0].length, at, at + composed.length);
    at += composed.length;
  }
  starts[text.length] = ends[text.length] = raw.length;
  return {
    text,
    toRaw({ start, end }) {
      return {
        start: starts[start] ?? raw.length,
        end: end > start ? (ends[end - 1] ?? raw.length) : (starts[start] ?? raw.length),
      };
    },
  };
}
