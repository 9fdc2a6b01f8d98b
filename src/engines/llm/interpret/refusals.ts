import type { Mention, MentionKind, MentionOf, Mentions } from "../../../mentions/mention.js";
import type { DraftRefusal } from "../../draft.js";

/** As much of a refused quotation as a problem shows, in UTF-16 code units. */
const shown = 80;

/** Collects what an answer says and the text does not bear out. */
export class Refusals {
  readonly all: DraftRefusal[] = [];

  constructor(private readonly mentions: Mentions) {}

  /** The mention of that id and kind; another id is refused. */
  mention<Kind extends MentionKind>(kind: Kind, id: string | null, path: string): MentionOf<Kind> | null {
    const found = id === null ? null : this.mentions.get(id, kind);
    if (id !== null && !found) this.unknown(kind, id, path);
    return found;
  }

  unknown(kind: MentionKind, id: string, path: string): void {
    this.all.push({ path, code: "UNKNOWN_MENTION", details: { kind, id: cut(id) } });
  }

  words(words: string, path: string): void {
    this.all.push({ path, code: "WORDS_NOT_IN_TEXT", details: { words: cut(words) } });
  }

  repeated({ id, start, end }: Mention, path: string): void {
    const { text } = this.mentions.reading;
    this.all.push({ path, code: "MENTION_REPEATED", details: { id, words: cut(text.slice(start, end)) } });
  }
}

const cut = (words: string): string => (words.length > shown ? `${words.slice(0, shown)}…` : words);
