import type { Draft, DraftResolution } from "../engines/draft.js";
import type { Resolution } from "../records/resolution.js";
import type { Session } from "../records/session.js";
import { foldedWords, sameWords } from "../vietnamese/text/fold.js";
import { uniteEvidence } from "./evidence.js";
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
function mergeResolutions(resolutions: readonly Resolution[]): Resolution[] {
  const merged: Resolution[] = [];
  const byName = new Map<string, number>();
  for (const again of resolutions) {
    const names = namesOf(again);
    const index = names
      .map((name) => byName.get(name))
      .find((known) => known !== undefined && isSame(merged[known], again));
    const first = merged[index ?? -1];
    if (index !== undefined && first) merged[index] = union(first, again);
    else merged.push(again);
    for (const name of names) byName.set(name, index ?? merged.length - 1);
  }
  return merged;
}

function namesOf({ role, number, title }: Resolution): string[] {
  return [...(number ? [`${role} ${number}`] : []), ...(title ? [`${role} ${foldedWords(title)}`] : [])];
}

/** One number of two issuers is two resolutions, and so is one title under two numbers. */
function isSame(known: Resolution | undefined, again: Resolution): boolean {
  const agree = (a: string | null, b: string | null) => a === null || b === null || sameWords(a, b);
  return known !== undefined && agree(known.number, again.number) && agree(known.issuer, again.issuer);
}

function union(first: Resolution, again: Resolution): Resolution {
  return {
    ...first,
    number: first.number ?? again.number,
    title: first.title ?? again.title,
    issuedOn: first.issuedOn ?? again.issuedOn,
    issuer: first.issuer ?? again.issuer,
    sessionId: first.sessionId ?? again.sessionId,
    legalBases: first.legalBases.length > 0 ? first.legalBases : again.legalBases,
    evidence: uniteEvidence(first.evidence, again.evidence),
  };
}
