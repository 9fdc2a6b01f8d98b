import type { Mentions } from "../../../mentions/mention.js";
import type { DocumentKind } from "../../../records/record.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftSession } from "../../draft.js";
import { adoptingSession } from "./adopting.js";
import { conference } from "./conference.js";
import { councilSession } from "./council.js";
import { sitesByCouncil } from "./parallels.js";
import { namesSession, newsSites } from "./sites.js";

/**
 * The meetings that the document reports: the council's session of a session's news or of a resolution, else a
 * conference; both where a conference prepares a session whose day is announced; the sessions of several councils of
 * one level where the news tells of them in turn. Meetings that are only spoken of (the
 * next one, the National Assembly's) are none.
 */
export function draftSessions(mentions: Mentions, kind: DocumentKind): readonly DraftSession[] {
  const { reading } = mentions;
  if (kind === "session_news") return sessionsOfNews(mentions, reading);
  const only =
    kind === "resolution"
      ? adoptingSession(mentions, reading)
      : conference(mentions, reading, kind === "conference_news");
  return only ? [only] : [];
}

function sessionsOfNews(mentions: Mentions, reading: Reading): readonly DraftSession[] {
  const meeting = conference(mentions, reading, false);
  const [name] = meeting?.name ?? [];
  if (meeting && name && namesSession(reading, name)) {
    const prepared = councilSession(mentions, reading, newsSites(mentions, reading, name));
    return prepared && prepared.dates.length > 0 ? [meeting, prepared] : [meeting];
  }
  const held = sitesByCouncil(mentions, reading).flatMap((sites) => councilSession(mentions, reading, sites) ?? []);
  return held.length === 0 && meeting ? [meeting] : held;
}
