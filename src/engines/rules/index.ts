import type { Engine, EngineInput, EngineOutput } from "../engine.js";
import { draftAttendees } from "./attendees/index.js";
import { draftFigures } from "./figures/index.js";
import { draftResolutions } from "./resolutions/index.js";
import { draftSessions } from "./sessions/index.js";
import { sessionRegions } from "./sessions/regions.js";
import { draftTableFigures } from "./tables/index.js";

const free = { model: null, promptVersion: null, tokens: { input: 0, output: 0, cached: 0 }, costUsd: 0 } as const;

/** Says what mentions mean by the rules of the language and of offices' papers: no model, no network, no cost. */
export const rulesEngine: Engine = {
  name: "rules",
  async draft({ document, pipeline, mentions }: EngineInput): Promise<EngineOutput> {
    const sessions = draftSessions(mentions, pipeline.kind);
    const sessionAt = sessionRegions(mentions.reading, sessions);
    const context = { sessions, sessionAt, kind: pipeline.kind };
    return {
      draft: {
        sessions,
        attendees: draftAttendees(mentions, context),
        resolutions: draftResolutions(mentions, context),
        figures: [
          ...draftFigures(document, mentions, pipeline, context),
          ...draftTableFigures(document, mentions, pipeline, context),
        ],
      },
      provenance: { engine: "rules", ...free },
    };
  },
};
