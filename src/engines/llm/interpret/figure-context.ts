import type { DraftFigure, MentionId } from "../../draft.js";
import type { PeriodMention, Timeline } from "../../rules/figures/timeline.js";
import type { Interpreting } from "./interpreting.js";
import type { NumberGroups } from "./number-groups.js";

/** What a block says of its figures. */
export interface Told {
  readonly class: DraftFigure["class"];
  readonly period: PeriodMention | null;
}

/** What the figures of an answer are read with. */
export interface FigureContext extends Interpreting {
  readonly groups: NumberGroups;
  readonly timeline: Timeline;
  readonly session: number | null;
  /** the numbers that the answer uses anywhere */
  readonly claimed: ReadonlySet<MentionId>;
  /** the numbers that a figure has taken as its own */
  readonly taken: Set<MentionId>;
}
