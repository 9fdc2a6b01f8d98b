import type { Draft, DraftSession } from "../draft.js";
import type { EngineInput } from "../engine.js";
import { draftResolutions } from "../rules/resolutions/index.js";
import { draftSessions } from "../rules/sessions/index.js";
import { Aligner } from "./align.js";
import { interpretAttendees } from "./interpret-attendees.js";
import { interpretFigures } from "./interpret-figures.js";
import { interpretResolutions } from "./interpret-resolutions.js";
import { interpretSession } from "./interpret-session.js";
import { Refusals } from "./refusals.js";
import type { Reply } from "./reply.js";

/** What an answer is read with. */
export interface Interpreting extends EngineInput {
  readonly aligner: Aligner;
  readonly refusals: Refusals;
}

/** What the answer about a document is read with; one for each answer, as it collects what is refused. */
export function interpreting(input: EngineInput): Interpreting {
  const { mentions } = input;
  return { ...input, aligner: new Aligner(mentions.reading), refusals: new Refusals(mentions) };
}

/**
 * What an answer means: its ids are mentions, its words spans of the text, and everything that has to do with a number
 * (bounds, ranges, measures, what a comparison compares) is decided by the rules engine's grammar. What stands for
 * nothing is refused by name and the rest is kept. A resolution's heading and grounds have a prescribed layout
 * (Decree 30/2020/NĐ-CP, appendix I) that rules read, so of that kind only figures are taken from the answer.
 */
export function interpret(reply: Reply, input: EngineInput): Draft {
  const { mentions, pipeline } = input;
  const context = interpreting(input);
  const isResolution = pipeline.kind === "resolution";
  const sessions: readonly DraftSession[] = isResolution
    ? draftSessions(mentions, pipeline.kind)
    : interpretSession(reply.session, context);
  return {
    sessions,
    attendees: isResolution ? [] : interpretAttendees(reply.attendees, sessions, context),
    resolutions: isResolution
      ? draftResolutions(mentions, { sessions, kind: pipeline.kind })
      : interpretResolutions(reply.resolutions, sessions, context),
    figures: interpretFigures(reply.blocks, sessions, context),
    refusals: context.refusals.all,
  };
}
