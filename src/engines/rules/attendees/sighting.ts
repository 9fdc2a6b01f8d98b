import type { MentionOf } from "../../../mentions/mention.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { Role } from "./cues.js";
import type { Group } from "./groups.js";

export type Person = MentionOf<"person">;

/** One place where the text shows a person or a group at the meeting. */
export interface Sighting {
  readonly person: Person | null;
  readonly group: Group | null;
  readonly roles: readonly Role[];
  readonly evidence: Span;
  /** under a picture: it proves nothing of somebody who is in no sentence and has no post */
  readonly caption: boolean;
}

/** A sighting before it is known whether its line is a caption. */
export type Seen = Omit<Sighting, "caption">;

/** A group is proven by its own words. */
export const seenGroup = (group: Group, roles: readonly Role[]): Seen => ({
  person: null,
  group,
  roles,
  evidence: group.evidence,
});
