import type { Span } from "../vietnamese/text/span.js";

/**
 * What an engine says: which mention means what. It holds ids of mentions and spans of words, and no number, date or
 * name of its own: those come from the mentions when the draft is grounded.
 */
export interface Draft {
  readonly sessions: readonly DraftSession[];
  readonly attendees: readonly DraftAttendee[];
  readonly resolutions: readonly DraftResolution[];
  readonly figures: readonly DraftFigure[];
  /** what the engine was told and could tie to nothing; each becomes a problem of the record */
  readonly refusals?: readonly DraftRefusal[];
}

/** A part of an answer that stands for nothing in the text, and was left out. */
export interface DraftRefusal {
  /** where it stood in the answer: `reply.blocks[0].figures[3]` */
  readonly path: string;
  readonly code: "UNKNOWN_MENTION" | "WORDS_NOT_IN_TEXT" | "MENTION_REPEATED" | "REPLY_LENIENT";
  readonly details: Readonly<Record<string, string>>;
}

/** The id of a mention. */
export type MentionId = string;

/** Words that stand apart in the text and are read as one, joined by a space. */
export type Words = readonly Span[];

export interface DraftSession {
  readonly kind: "council_session" | "conference";
  readonly name: Words;
  readonly form: "regular" | "thematic" | "extraordinary" | null;
  /** a `session` mention that gives the number */
  readonly number: MentionId | null;
  /** a `term` mention */
  readonly term: MentionId | null;
  /** a `mandate` mention */
  readonly mandate: MentionId | null;
  /** a `body` mention */
  readonly body: MentionId | null;
  /** an `area` mention: the place of a body that stands without its name ("HĐND xã"); without a body, what convenes */
  readonly area: MentionId | null;
  /** `date` mentions: the first gives the start, the last the end */
  readonly dates: readonly MentionId[];
  /** the words that tell how many days it lasted, where `dates` tell only the last: "sau 3 ngày làm việc" */
  readonly days: Span | null;
  readonly place: Span | null;
  readonly purpose: Span | null;
  readonly evidence: readonly Span[];
}

export interface DraftAttendee {
  /** a `person` mention, or `null` for a group */
  readonly person: MentionId | null;
  readonly group: Span | null;
  /** a `quantity` mention that counts the group ("50/53 đại biểu") */
  readonly count: MentionId | null;
  readonly titles: readonly Words[];
  readonly roles: readonly ("chair" | "speaker" | "participant")[];
  /** index into `sessions` */
  readonly session: number | null;
  readonly evidence: readonly Span[];
}

export interface DraftResolution {
  /** a `paper` mention */
  readonly number: MentionId | null;
  readonly title: Words | null;
  /** a `date` mention */
  readonly issuedOn: MentionId | null;
  /** the issuer's words, or a `body` mention */
  readonly issuer: Span | MentionId | null;
  readonly session: number | null;
  readonly legalBases: readonly {
    readonly text: Span;
    readonly number: MentionId | null;
    readonly date: MentionId | null;
  }[];
  readonly role: "self" | "adopted" | "cited";
  readonly evidence: readonly Span[];
}

export interface DraftFigure {
  readonly class: "target" | "achievement";
  /** the words that say what is measured */
  readonly indicator: Words;
  /** a `quantity` mention; `null` where the text gives only a comparison or a status */
  readonly quantity: MentionId | null;
  readonly measure: "level" | "increase" | "decrease";
  /** an estimating word that stands apart from the number ("ước giá trị … đạt 20 tỷ") */
  readonly estimate: Span | null;
  readonly status: Span | null;
  /** a `period` or `date` mention */
  readonly period: MentionId | null;
  readonly comparisons: readonly DraftComparison[];
  /** an `area` mention */
  readonly area: MentionId | null;
  readonly session: number | null;
  /** covers the indicator and the number */
  readonly evidence: Span;
}

export interface DraftComparison {
  readonly basis: "plan" | "same_period" | "previous_period" | "capacity";
  readonly type: "ratio" | "change";
  /** the `quantity` mention of the percentage, or of the amount of change */
  readonly quantity: MentionId | null;
  /** whether the change is a fall; the mention's number is written without a sign */
  readonly falls: boolean;
  /** a `quantity` mention: the plan's or the earlier amount that the text prints */
  readonly other: MentionId | null;
  readonly setBy: Span | null;
  readonly text: Span;
}
