import type { Session } from "../records/session.js";
import type { Lookup } from "./lookup.js";

/** The id of the session at that index of the draft; an index of none, or of a refused one, is `null` with a problem. */
export function sessionIdOf(
  index: number | null,
  sessions: readonly (Session | null)[],
  lookup: Lookup,
  path: string,
): string | null {
  if (index === null) return null;
  const session = sessions[index];
  if (!session) lookup.report(path, "UNKNOWN_SESSION", { session: index });
  return session?.id ?? null;
}
