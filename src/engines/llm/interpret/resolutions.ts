import { lines } from "../../../vietnamese/text/sentences.js";
import { covers, overlaps, type Span } from "../../../vietnamese/text/span.js";
import type { DraftResolution, DraftSession, Words } from "../../draft.js";
import { type NamedResolution, namedResolutions } from "../../rules/resolutions/names.js";
import { hull } from "../../rules/sessions/details.js";
import type { ReplyResolution } from "../reply.js";
import type { Interpreting } from "./interpreting.js";

/** The resolutions of the answer; who issued one and when is read beside its number. */
export function interpretResolutions(
  resolutions: readonly ReplyResolution[],
  sessions: readonly DraftSession[],
  context: Interpreting,
): readonly DraftResolution[] {
  const { aligner, refusals } = context;
  const named = namesIn(context);
  let near: Span = { start: 0, end: 0 };
  return resolutions.flatMap(({ number, title, role }, index) => {
    const path = `reply.resolutions[${index}]`;
    const paper = refusals.mention("paper", number, `${path}.number`);
    const passage = title === null ? null : aligner.passage(title, paper ?? near);
    const words: Words | null = passage ? [passage] : title === null ? null : aligner.words(title, paper ?? near);
    if (title !== null && !words) refusals.words(title, `${path}.title`);
    const parts = [paper, ...(words ?? [])].filter((span) => span !== null);
    const [first] = parts;
    if (!first) return [];
    near = parts.at(-1) ?? near;
    const beside = named.find(({ number: id, span }) => (paper ? id === paper.id : overlaps(span, first))) ?? null;
    const adopted = role === "adopted" && sessions.length > 0;
    return [
      {
        number: paper?.id ?? null,
        title: words ?? (beside?.title ? [beside.title] : null),
        issuedOn: beside?.issuedOn ?? null,
        issuer: beside?.issuer ?? (adopted ? (sessions[0]?.body ?? null) : null),
        session: adopted ? 0 : null,
        legalBases: [],
        role: adopted ? "adopted" : "cited",
        evidence: [evidenceOf(context, parts, beside)],
      },
    ];
  });
}

function namesIn({ mentions }: Interpreting): readonly NamedResolution[] {
  return lines(mentions.reading).flatMap((line) => namedResolutions(mentions, mentions.reading, line));
}

/** One passage: what stands on another line proves nothing of it. */
function evidenceOf({ mentions }: Interpreting, parts: readonly Span[], beside: NamedResolution | null): Span {
  const line = lines(mentions.reading).find((one) => parts[0] && covers(one, parts[0]));
  const all = [...parts, ...(beside ? [beside.span] : [])];
  return hull(line ? all.filter((span) => covers(line, span)) : parts.slice(0, 1));
}
