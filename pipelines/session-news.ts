import type { Pipeline } from "../src/engines/pipeline.js";
import { swift } from "../src/vietnamese/text/patterns.js";

const council = swift(/(?<!\p{L})(?:hđnd|hội đồng nhân dân)(?!\p{L})/u);

/** News of a kỳ họp of a people's council. */
export const sessionNews: Pipeline = {
  id: "session-news",
  kind: "session_news",
  match({ reading, mentions }) {
    const sessions = mentions.of("session");
    if (!council.test(reading.folded)) return 0;
    const told = sessions.filter(
      (one) =>
        !reading.folded.startsWith("lần", one.start) &&
        council.test(reading.folded.slice(Math.max(0, one.start - 120), one.end + 120)),
    );
    if (told.length === 0) return /(?<!\p{L})kỳ họp(?!\p{L})/u.test(reading.folded.slice(0, 800)) ? 0.5 : 0;
    const early = told.some((one) => one.start < Math.max(900, reading.text.length / 3));
    return early ? 0.9 : 0.2;
  },
  figures: { defaultClass: "achievement", listed: false, cautious: false },
};
