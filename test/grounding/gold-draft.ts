import type { Draft, DraftComparison, DraftFigure, Words } from "../../src/engines/draft.js";
import { Proof } from "../../src/grounding/proof.js";
import { findScattered, findWords, isWordToken, tokensOf } from "../../src/grounding/words.js";
import type { MentionKind, MentionOf, MentionValues, Mentions } from "../../src/mentions/mention.js";
import type { Comparison, Figure } from "../../src/records/figure.js";
import type { Span } from "../../src/vietnamese/span.js";
import type { Gold } from "./gold-documents.js";

/** The draft that a perfect engine would give: the gold's facts that the recogniser found, as ids and spans. */
export function draftFromGold(text: string, mentions: Mentions, gold: Gold): Draft {
  const source = new GoldSource(text, mentions);
  return {
    sessions: gold.sessions.map((session) => {
      const evidence = source.quotes(session.evidence);
      return {
        kind: session.kind,
        name: source.phrase(session.name, evidence) ?? evidence.slice(0, 1),
        form: session.form,
        number: source.id("session", evidence, (told) => told.number === session.number),
        term: source.id("term", evidence, (told) => told.number === session.term),
        mandate: source.id("mandate", evidence, (told) => told.start === session.mandate?.start),
        body: source.id("body", evidence, (told) => told.name === session.body?.name),
        dates: [
          source.id("date", evidence, (told) => told.start === session.date?.start),
          source.id("date", evidence, (told) => told.end === session.date?.end),
        ].filter((id) => id !== null),
        place: source.phrase(session.place, evidence)?.[0] ?? null,
        purpose: source.phrase(session.purpose, evidence)?.[0] ?? null,
        evidence,
      };
    }),
    attendees: gold.attendees.flatMap((attendee) => {
      const evidence = source.quotes(attendee.evidence);
      const person = source.id("person", evidence, (told) => told.name === attendee.name);
      const group = source.phrase(attendee.group, evidence)?.[0] ?? null;
      if ((!person && !group) || evidence.length === 0) return [];
      const titles = attendee.titles.flatMap((title) => {
        const words = source.phrase(title, evidence);
        return words ? [words] : [];
      });
      const count = source.id("quantity", evidence, (told) => told.value === attendee.count);
      return [{ person, group, count, titles, roles: attendee.roles, session: 0, evidence }];
    }),
    resolutions: gold.resolutions.flatMap((resolution) => {
      const evidence = source.quotes(resolution.evidence);
      const number = source.id("paper", evidence, (told) => told.number === resolution.number);
      const title = source.phrase(resolution.title, evidence);
      if ((!number && !title) || evidence.length === 0) return [];
      const issuedOn = source.id("date", evidence, (told) => told.start === resolution.issuedOn);
      const session = resolution.sessionId ? 0 : null;
      return [{ number, title, issuedOn, issuer: null, session, legalBases: [], role: resolution.role, evidence }];
    }),
    figures: [
      ...gold.targets.flatMap((figure) => source.figure(figure, "target") ?? []),
      ...gold.achievements.flatMap((figure) => source.figure(figure, "achievement") ?? []),
    ],
  };
}

class GoldSource {
  private readonly proof;

  constructor(
    private readonly text: string,
    private readonly mentions: Mentions,
  ) {
    this.proof = new Proof(text, mentions);
  }

  quotes(evidence: readonly { readonly quote: string }[]): Span[] {
    return evidence.flatMap(({ quote }) => {
      const start = this.text.indexOf(quote);
      return start < 0 ? [] : [{ start, end: start + quote.length }];
    });
  }

  phrase(words: string | null, evidence: readonly Span[]): Words | null {
    if (words === null) return null;
    for (const span of evidence) {
      const found = findWords(this.proof.tokensIn(span), tokensOf(words));
      if (found) return [found];
    }
    const start = this.text.indexOf(words);
    return start < 0 ? null : [{ start, end: start + words.length }];
  }

  id<Kind extends MentionKind>(
    kind: Kind,
    evidence: readonly Span[],
    fits: (value: MentionValues[Kind]) => boolean,
  ): string | null {
    return this.find(kind, evidence, fits)?.id ?? null;
  }

  figure(figure: Figure, wanted: DraftFigure["class"]): DraftFigure | null {
    const [evidence] = this.quotes([figure.evidence]);
    if (!evidence) return null;
    const quantity = this.find("quantity", [evidence], (told) => told.value === figure.value && told.outOf === figure.outOf);
    const indicator = this.indicator(figure.indicator, evidence);
    if (!indicator || (figure.value !== null && !quantity)) return null;
    const inDocument = [{ start: 0, end: this.text.length }];
    const period = this.id("period", inDocument, (told) => {
      return told.start === (figure.period?.start ?? "") && told.end === figure.period?.end;
    });
    return {
      class: wanted,
      indicator,
      quantity: quantity?.id ?? null,
      measure: figure.measure,
      estimate: null,
      status: this.phrase(figure.status, [evidence])?.[0] ?? null,
      period,
      comparisons: figure.comparisons.flatMap((comparison) => this.comparison(comparison, evidence) ?? []),
      area: null,
      session: figure.sessionId ? 0 : null,
      evidence,
    };
  }

  private comparison(comparison: Comparison, evidence: Span): DraftComparison | null {
    const lineEnd = this.text.indexOf("\n", evidence.end);
    const line = { start: evidence.start, end: lineEnd < 0 ? this.text.length : lineEnd };
    const text = findWords(this.proof.tokensIn(line), tokensOf(comparison.text));
    if (!text) return null;
    const { basis, type, percent, value } = comparison;
    const own = percent ?? (type === "change" ? value : null);
    const quantity = own === null ? null : this.id("quantity", [text], (told) => told.value === Math.abs(own));
    const other = type === "ratio" && value !== null ? this.id("quantity", [evidence], (told) => told.value === value) : null;
    if (!quantity && !other) return null;
    const setBy = comparison.setBy === null ? null : findWords(this.proof.tokensIn(text), tokensOf(comparison.setBy));
    return { basis, type, quantity, falls: (own ?? 0) < 0, other, setBy, text };
  }

  private indicator(words: string, evidence: Span): Words | null {
    const found = findScattered(
      this.proof.tokensIn(evidence).filter(({ word }) => isWordToken(word)),
      tokensOf(words).filter(isWordToken),
    );
    if (!found) return null;
    const spans: { start: number; end: number }[] = [];
    for (const { start, end } of found) {
      const last = spans.at(-1);
      const between = last && this.text.slice(last.end, start);
      if (last && between !== undefined && !/[\p{L}\p{N}]/u.test(between)) last.end = end;
      else spans.push({ start, end });
    }
    return spans;
  }

  private find<Kind extends MentionKind>(
    kind: Kind,
    evidence: readonly Span[],
    fits: (value: MentionValues[Kind]) => boolean,
  ): MentionOf<Kind> | null {
    return evidence.flatMap((span) => this.mentions.of(kind, span)).find(({ value }) => fits(value)) ?? null;
  }
}
