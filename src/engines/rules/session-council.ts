import type { MentionOf, Mentions } from "../../mentions/mention.js";
import type { Reading } from "../../vietnamese/reading.js";
import { lines, sentences } from "../../vietnamese/sentences.js";
import type { Span } from "../../vietnamese/span.js";
import type { DraftSession } from "../draft.js";
import { bodyOf, conveningVerb, formOf, hull, nearest, placeIn, purposeAfter } from "./session-details.js";
import { wholeWords } from "./words.js";

/** A kỳ họp as one sentence names it. */
interface Site {
  readonly mention: MentionOf<"session">;
  readonly sentence: Span;
  readonly score: number;
}

const otherCouncil = /quốc hội/u;
const elsewhen = wholeWords(
  "chuẩn bị,trước,sau,từ,các,những,giữa hai,tới,kế tiếp,sắp tới,nghị quyết tại,đã bầu,trình tại,gửi đến,sang năm".split(","),
);
const passing = /(?:thông qua|ban hành)\s(?:tại|ngày|vào)/u;
/** Below it a kỳ họp is only mentioned. */
const leastScore = 5;

/**
 * The council's session that the document reports: the number that its sentences speak of most as a meeting held, with
 * the words around the sentence that says so best.
 * @param titleLength how many code units at the beginning of the text are its heading
 */
export function councilSession(mentions: Mentions, reading: Reading, isResolution: boolean): DraftSession | null {
  const sites = sitesOf(mentions, reading, isResolution);
  const totals = new Map<number | null, number>();
  for (const { mention, score } of sites) totals.set(mention.value.number, (totals.get(mention.value.number) ?? 0) + score);
  const numbered = [...totals].filter(([number]) => number !== null);
  const [best] = (numbered.length > 0 ? numbered : [...totals]).sort(([, a], [, b]) => b - a);
  if (!best) return null;
  const own = sites.filter(({ mention }) => mention.value.number === best[0]);
  const main = own.reduce<Site | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (!main || (main.score < leastScore && !isResolution)) return null;
  return isResolution ? resolutionSession(mentions, reading, main, own) : newsSession(mentions, reading, main, sites, own);
}

function sitesOf(mentions: Mentions, reading: Reading, isResolution: boolean): readonly Site[] {
  const sites: Site[] = [];
  for (const [index, line] of lines(reading).entries()) {
    const inLine = mentions.of("session", line);
    if (inLine.length === 0) continue;
    for (const sentence of sentences(reading, line))
      for (const mention of mentions.of("session", sentence)) {
        const score = scoreOf(mentions, reading, mention, sentence, index);
        if (score > 0 || isResolution) sites.push({ mention, sentence, score });
      }
  }
  return sites.filter(({ mention }) => mention.rule.includes("kỳ họp"));
}

function scoreOf(mentions: Mentions, { folded }: Reading, mention: Span, sentence: Span, lineIndex: number): number {
  const before = folded.slice(Math.max(sentence.start, mention.start - 24), mention.start);
  const after = folded.slice(mention.end, Math.min(sentence.end, mention.end + 24));
  if (otherCouncil.test(after) || otherCouncil.test(before)) return 0;
  const words = folded.slice(sentence.start, sentence.end);
  const held = conveningVerb.test(words) && !elsewhen.test(before);
  const council = mentions.of("body", sentence).some(({ value }) => value.type === "HĐND");
  return (
    (held ? 5 : 1) + (held && mentions.of("date", sentence).length > 0 ? 3 : 0) + (council ? 2 : 0) + (lineIndex < 3 ? 2 : 0)
  );
}

function newsSession(
  mentions: Mentions,
  reading: Reading,
  main: Site,
  sites: readonly Site[],
  own: readonly Site[],
): DraftSession {
  const { mention, sentence } = main;
  const others = own.filter((site) => site !== main).sort((a, b) => b.score - a.score);
  const spans = [sentence, ...others.map((site) => site.sentence), { start: 0, end: reading.text.length }];
  const isCouncil = ({ value }: MentionOf<"body">) => value.type === "HĐND";
  const body = sameBody(mentions, bodyOf(mentions, isCouncil, [sentence]), bodyOf(mentions, isCouncil, spans));
  const name = withForm(reading, mention);
  const inSentence = datesOf(mentions, reading, sentence, name);
  const lasting = sites.find(({ sentence: one }) => tellsDays(mentions, reading, one)) ?? null;
  const dates = inSentence.length > 0 ? inSentence : others.flatMap((site) => datesOf(mentions, reading, site.sentence, site.mention));
  const lastDates = lastingDates(mentions, reading, main, lasting);
  const term = firstNear(mentions, "term", spans, mention);
  const mandate = firstNear(mentions, "mandate", spans, mention);
  const place = placeIn(reading, sentence);
  const within = (span: Span | null) => (span && span.start >= sentence.start && span.end <= sentence.end ? span : null);
  return {
    kind: "council_session",
    name: [name],
    form: formOf(reading.folded.slice(name.start, name.end)) ?? formElsewhere(reading, sites, mention),
    number: mention.value.number === null ? null : mention.id,
    term: term?.id ?? null,
    mandate: mandate?.id ?? null,
    body: body?.id ?? null,
    dates: [...dates, ...lastDates].map(({ id }) => id),
    place,
    purpose: purposeAfter(reading, name, sentence),
    evidence: [
      hull([name, within(body), within(dates[0] ?? null), within(term), within(mandate), place]),
      ...lastDates.map((date) => hull([date])),
    ],
  };
}
