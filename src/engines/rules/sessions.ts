import type { CleanDocument } from "../../documents/document.js";
import type { Mentions } from "../../mentions/mention.js";
import type { DocumentKind } from "../../records/record.js";
import type { Reading } from "../../vietnamese/reading.js";
import type { DraftSession } from "../draft.js";
import { conference } from "./session-conference.js";
import { councilSession } from "./session-council.js";
import { adoptingSession } from "./session-resolution.js";

/**
 * The meeting that the document reports: the council's session of a session's news or of a resolution, else a
 * conference. Meetings that are only spoken of (the next one, the National Assembly's) are none.
 */
export function draftSessions(
  _document: CleanDocument,
  mentions: Mentions,
  reading: Reading,
  kind: DocumentKind,
): DraftSession[] {
  const session = sessionOf(mentions, reading, kind);
  return session ? [session] : [];
}

function sessionOf(mentions: Mentions, reading: Reading, kind: DocumentKind): DraftSession | null {
  if (kind === "resolution") return adoptingSession(mentions, reading);
  if (kind === "session_news") return councilSession(mentions, reading) ?? conference(mentions, reading, false);
  if (kind === "conference_news") return conference(mentions, reading, true);
  return conference(mentions, reading, false);
}
