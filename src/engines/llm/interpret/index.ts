import type { Draft, DraftSession } from "../../draft.js";
import type { EngineInput } from "../../engine.js";
import { draftResolutions } from "../../rules/resolutions/index.js";
import { draftSessions } from "../../rules/sessions/index.js";
import type { Reply } from "../reply.js";
import { interpretAttendees } from "./attendees.js";
import { interpretFigures } from "./figures.js";
import { interpreting } from "./interpreting.js";
import { interpretResolutions } from "./resolutions.js";
import { interpretSession } from "./session.js";

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
