import type { Draft, DraftComparison, DraftFigure } from "../../src/engines/draft.js";
import { ground } from "../../src/grounding/ground.js";
import type { MentionKind, Mentions } from "../../src/mentions/mention.js";
import { recognise } from "../../src/mentions/recognise.js";
import type { Record } from "../../src/records/record.js";
import { overlaps, type Span } from "../../src/vietnamese/text/span.js";
import { documentOf } from "../support/documents.js";
import { provenance } from "./extracted-documents.js";

/** Grounds a draft of figures that is written by quoting the text. */
export function groundText(text: string, figures: (writer: DraftWriter) => readonly DraftFigure[]): Record {
  return groundDraft(text, (writer) => ({ figures: figures(writer) }));
}

/** Grounds any draft that is written by quoting the text. */
export function groundDraft(text: string, write: (writer: DraftWriter) => Partial<Draft>, source = "test.txt"): Record {
  const document = { ...documentOf(text), source };
  const mentions = recognise(document);
  const draft = {
    sessions: [],
    attendees: [],
    resolutions: [],
    figures: [],
    ...write(new DraftWriter(text, mentions)),
  };
  return ground({ document, kind: "session_news", mentions, draft, provenance });
}

/** Finds spans and ids by the words that stand there. */
export class DraftWriter {
  constructor(
    private readonly text: string,
    private readonly mentions: Mentions,
  ) {}

  /** @throws RangeError where the text does not hold the words */
  span(words: string, from = 0): Span {
    const start = this.text.indexOf(words, from);
    if (start < 0) throw new RangeError(`'${words}' is not in the text`);
    return { start, end: start + words.length };
  }

  /** The id of the mention that overlaps the words. */
  id(kind: MentionKind, words: string, from = 0): string {
    const span = this.span(words, from);
    const mention = this.mentions.of(kind).find((mention) => overlaps(mention, span));
    if (!mention) throw new RangeError(`'${words}' holds no ${kind}`);
    return mention.id;
  }

  /** An achievement whose evidence is its sentence, up to a full stop or a line's end. */
  figure(indicator: string, number: string | null, more: Partial<DraftFigure> = {}): DraftFigure {
    const words = this.span(indicator);
    const end = /[;\n]|\.(?!\d)|$/.exec(this.text.slice(words.end))?.index ?? 0;
    return {
      class: "achievement",
      indicator: [words],
      quantity: number === null ? null : this.id("quantity", number),
      measure: "level",
      estimate: null,
      status: null,
      period: null,
      comparisons: [],
      area: null,
      session: null,
      evidence: { start: words.start, end: words.end + end },
      ...more,
    };
  }

  comparison(text: string, number: string, more: Partial<DraftComparison> = {}): DraftComparison {
    const span = this.span(text);
    return {
      basis: "plan",
      type: "ratio",
      quantity: this.id("quantity", number, span.start),
      falls: false,
      other: null,
      setBy: null,
      text: span,
      ...more,
    };
  }
}
