import type { CleanDocument } from "../documents/document.js";
import type { Draft } from "../engines/draft.js";
import type { Mentions } from "../mentions/mention.js";
import type { Figure } from "../records/figure.js";
import type { DocumentKind, Problem, Provenance, Record } from "../records/record.js";
import { groundAttendees } from "./attendees.js";
import { claimProblems } from "./claim-checks.js";
import { conflicts } from "./conflicts.js";
import { figureProblems } from "./figure-checks.js";
import { type FigureGround, groundFigures } from "./figures.js";
import { Lookup } from "./lookup.js";
import { mergeFigures } from "./merge-figures.js";
import { Places } from "./places.js";
import { problem } from "./problems.js";
import { Proof } from "./proof.js";
import { groundResolutions } from "./resolutions.js";
import { groundSessions } from "./sessions.js";
import { type Takers, takersOf } from "./takers.js";
import { unclaimedNumbers } from "./unclaimed.js";

export interface GroundInput {
  readonly document: CleanDocument;
  readonly kind: DocumentKind;
  /** what was recognised in `document` */
  readonly mentions: Mentions;
  /** whose ids are those of `mentions`, and whose spans are of `document.text` */
  readonly draft: Draft;
  readonly provenance: Provenance;
}

/**
 * Makes the record of what a draft says. Numbers, dates and names come from mentions, words from the text, evidence from
 * offsets; what the draft cannot tie to the text is left out with a problem, and a figure whose evidence does not bear it
 * out by itself is kept with `verified: false` and a problem. Nothing is thrown, whatever the draft holds.
 */
export function ground({ document, kind, mentions, draft, provenance }: GroundInput): Record {
  const lookup = new Lookup(document.text, mentions);
  const proof = new Proof(document.text, mentions);
  const places = new Places(document, mentions.of("area"));
  const published = document.publishedAt?.slice(0, 10) ?? null;
  const drafted = groundSessions(draft, lookup, places, published);
  const ground: FigureGround = { lookup, proof, places, sessions: drafted, published };
  const claims = {
    sessions: drafted.filter((session) => session !== null),
    attendees: groundAttendees(draft, lookup, drafted),
    resolutions: groundResolutions(draft, lookup, drafted),
    targets: mergeFigures(groundFigures(draft, "target", ground)),
    achievements: mergeFigures(groundFigures(draft, "achievement", ground)),
  };
  const takers = takersOf(proof, claims);
  const targets = checked(proof, claims.targets, "targets", takers);
  const achievements = checked(proof, claims.achievements, "achievements", takers);
  const { id, source, title, author, publisher, publishedAt, text } = document;
  return {
    schemaVersion: "1",
    document: { id, source, kind, title, author, publisher, publishedAt, text },
    ...claims,
    targets: targets.figures,
    achievements: achievements.figures,
    problems: [
      ...(draft.refusals ?? []).map(({ path, code, details }) => problem(path, code, details)),
      ...lookup.problems,
      ...claimProblems(proof, places, claims),
      ...targets.problems,
      ...achievements.problems,
      ...unclaimedNumbers(proof, [...claims.targets, ...claims.achievements], takers),
    ],
    provenance,
  };
}

function checked(
  proof: Proof,
  figures: readonly Figure[],
  list: "targets" | "achievements",
  takers: Takers,
): { readonly figures: Figure[]; readonly problems: readonly Problem[] } {
  const found = figures.map((figure, index) => figureProblems(proof, figure, `${list}[${index}]`, takers));
  return {
    figures: figures.map((figure, index) => ({ ...figure, verified: found[index]?.length === 0 })),
    problems: [...found.flat(), ...conflicts(figures, list)],
  };
}
