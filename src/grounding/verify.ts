import { recognise } from "../mentions/recognise.js";
import { documentId } from "../records/document-id.js";
import type { Problem, Record } from "../records/record.js";
import { claimProblems, sessionIdProblems } from "./claim-checks.js";
import { figureProblems } from "./figure-checks.js";
import { Places } from "./places.js";
import { problem } from "./problems.js";
import { Proof } from "./proof.js";
import { takersOf } from "./takers.js";

/**
 * Reads a stored record's document again and holds every claim against it: evidence, numbers, units, bounds, names,
 * dates, statuses. A claim that the record itself reports as a problem, and a figure that it calls unverified, is not
 * reported again.
 * @returns what does not hold; empty for every record as it was extracted
 */
export function verifyRecord(record: Record): Problem[] {
  return verifyAgainst(new Proof(record.document.text, recognise(record.document)), record);
}

/** `verifyRecord` with the record's text read already. */
export function verifyAgainst(proof: Proof, record: Record): Problem[] {
  const { document } = record;
  const takers = takersOf(proof, record);
  const places = new Places(document, proof.all("area"));
  const told = new Set(record.problems.map(identity));
  const ids = new Set(record.sessions.map(({ id }) => id));
  const figures = (["targets", "achievements"] as const).flatMap((list) =>
    record[list].flatMap((figure, index) => {
      const path = `${list}[${index}]`;
      const found = figure.verified ? figureProblems(proof, figure, path, takers) : [];
      return [...found, ...sessionIdProblems(figure.sessionId, ids, path)];
    }),
  );
  const changed = documentId(document.text) === document.id ? [] : [problem("document", "DOCUMENT_CHANGED")];
  return [...changed, ...claimProblems(proof, places, record), ...figures].filter((one) => !told.has(identity(one)));
}

const identity = ({ path, code, message }: Problem): string => JSON.stringify([path, code, message]);
