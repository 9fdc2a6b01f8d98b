import type { Quantity } from "../vietnamese/numbers/quantities.js";
import type { SessionOrdinal } from "../vietnamese/ordinals.js";
import type { PaperNumber } from "../vietnamese/papers.js";
import type { PersonValue } from "../vietnamese/people/index.js";
import type { AreaName } from "../vietnamese/places/areas.js";
import type { BodyName } from "../vietnamese/places/bodies.js";
import type { Reading } from "../vietnamese/text/reading.js";
import { itemsWithin, type Span } from "../vietnamese/text/span.js";
import type { DateValue } from "../vietnamese/time/dates.js";
import type { PeriodValue } from "../vietnamese/time/periods.js";

/** What each kind of mention carries: the value that the grammar parsed from the words. */
export interface MentionValues {
  /** a number with its unit, bounds and range: "trên 3,5 tỷ đồng" */
  readonly quantity: Quantity;
  /** one day or some days: "Sáng ngày 20/9/2023" */
  readonly date: DateValue;
  /** a span of time that figures are about: "6 tháng cuối năm 2025" */
  readonly period: PeriodValue;
  /** which kỳ họp: "kỳ họp thứ Ba" */
  readonly session: SessionOrdinal;
  /** which khóa: "khóa IX" */
  readonly term: { readonly number: number };
  /** which years in office: "nhiệm kỳ 2021-2026" */
  readonly mandate: { readonly start: number; readonly end: number };
  /** who meets or decides: "HĐND phường Đại An" */
  readonly body: BodyName;
  /** a place: "xã Tân Hòa" */
  readonly area: AreaName;
  /** a person, with the posts that stand beside the name */
  readonly person: PersonValue;
  /** the number of a paper: "74/NQ-HĐND" */
  readonly paper: PaperNumber;
}

export type MentionKind = keyof MentionValues;

/**
 * A thing that the recogniser found: its place (UTF-16 code units of the document's NFC text), its parsed value, and
 * the name of the rule that read it. `id` is unique in the document and stable for the same text.
 */
export type MentionOf<Kind extends MentionKind> = Span & {
  readonly id: string;
  readonly kind: Kind;
  readonly rule: string;
  readonly value: MentionValues[Kind];
};

export type Mention = { [Kind in MentionKind]: MentionOf<Kind> }[MentionKind];

/** The mentions of one document, in the order of the text, with look-ups by id and by place. */
export class Mentions {
  private readonly byId: ReadonlyMap<string, Mention>;
  private readonly byKind = new Map<MentionKind, readonly Mention[]>();

  constructor(
    readonly all: readonly Mention[],
    /** the text that they were found in, folded */
    readonly reading: Reading,
  ) {
    this.byId = new Map(all.map((mention) => [mention.id, mention]));
  }

  /** The mention of that id if it is of that kind, else `null`. */
  get<Kind extends MentionKind>(id: string, kind: Kind): MentionOf<Kind> | null {
    const mention = this.byId.get(id);
    return mention?.kind === kind ? (mention as MentionOf<Kind>) : null;
  }

  /** All mentions of a kind that lie wholly within the span (or in the whole text), in order. */
  of<Kind extends MentionKind>(kind: Kind, within?: Span): readonly MentionOf<Kind>[] {
    const known = this.byKind.get(kind) ?? this.all.filter((mention) => mention.kind === kind);
    this.byKind.set(kind, known);
    return (within ? itemsWithin(known, within) : known) as readonly Mention[] as readonly MentionOf<Kind>[];
  }

  /** All mentions that lie wholly within the span, in order. */
  within(span: Span): readonly Mention[] {
    return itemsWithin(this.all, span);
  }
}
