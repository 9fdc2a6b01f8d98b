import type { Draft, DraftResolution } from "../engines/draft.js";
import type { Resolution } from "../records/resolution.js";
import type { Session } from "../records/session.js";
import { foldedWords } from "../vietnamese/fold.js";
import type { Lookup } from "./lookup.js";
import { sessionIdOf } from "./session-ids.js";

/** The draft's resolutions as the record holds them, each one once. */
export function groundResolutions(draft: Draft, lookup: Lookup, sessions: readonly (Session | null)[]): Resolution[] {
  const found = draft.resolutions.flatMap(
    (resolution, index) => groundResolution(resolution, `draft.resolutions[${index}]`, lookup, sessions) ?? [],
  );
  return mergeResolutions(found);
}

function groundResolution(
  draft: DraftResolution,
  path: string,
  lookup: Lookup,
  sessions: readonly (Session | null)[],
): Resolution | null {
  const number = lookup.mention("paper", draft.number, `${path}.number`)?.value.number ?? null;
  const title = lookup.words(draft.title, `${path}.title`);
  const evidence = lookup.evidence(draft.evidence, path);
  if ((!number && !title) || !evidence) {
    if (draft.number === null && draft.title === null) lookup.report(path, "EMPTY_WORDS", { what: "number and title" });
    return null;
  }
  return {
    number,
    title,
    issuedOn: dayOf(draft.issuedOn, lookup, `${path}.issuedOn`),
    issuer: issuerOf(draft.issuer, lookup, `${path}.issuer`),
    sessionId: sessionIdOf(draft.session, sessions, lookup, path),
    legalBases: draft.legalBases.flatMap((basis, index) => {
      const text = lookup.words(basis.text, `${path}.legalBases[${index}].text`);
      const paper = lookup.mention("paper", basis.number, `${path}.legalBases[${index}].number`);
      const date = dayOf(basis.date, lookup, `${path}.legalBases[${index}].date`);
      return text ? [{ text, number: paper?.value.number ?? null, date }] : [];
    }),
    role: draft.role,
    evidence: [...evidence],
  };
}

function dayOf(id: string | null, lookup: Lookup, path: string): string | null {
  return lookup.mention("date", id, path)?.value.start ?? null;
}

function issuerOf(issuer: DraftResolution["issuer"], lookup: Lookup, path: string): string | null {
  if (typeof issuer === "string") return lookup.mention("body", issuer, path)?.value.name ?? null;
  return lookup.words(issuer, path);
}

/** The same number, or the same title where one of the two has no number, is one resolution; its evidence is united. */
export function mergeResolutions(resolutions: readonly Resolution[]): Resolution[] {
  const merged: Resolution[] = [];
  for (const again of resolutions) {
    const index = merged.findIndex((one) => one.role === again.role && isSame(one, again));
    const first = merged[index];
    if (first) merged[index] = union(first, again);
    else merged.push(again);
  }
  return merged;
}

function isSame(a: Resolution, b: Resolution): boolean {
  if (a.number !== null && b.number !== null) return a.number === b.number && (!a.issuer || !b.issuer || same(a.issuer, b.issuer));
  return a.title !== null && b.title !== null && same(a.title, b.title);
}

const same = (a: string, b: string): boolean => foldedWords(a) === foldedWords(b);

function union(first: Resolution, again: Resolution): Resolution {
  const evidence = again.evidence.filter(({ start, end }) => !first.evidence.some((one) => one.start === start && one.end === end));
  return {
    ...first,
    number: first.number ?? again.number,
    title: first.title ?? again.title,
    issuedOn: first.issuedOn ?? again.issuedOn,
    issuer: first.issuer ?? again.issuer,
    sessionId: first.sessionId ?? again.sessionId,
    legalBases: first.legalBases.length > 0 ? first.legalBases : again.legalBases,
    evidence: [...first.evidence, ...evidence],
  };
}
