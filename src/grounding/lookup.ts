import type { MentionKind, MentionOf, Mentions } from "../mentions/mention.js";
import type { Evidence } from "../records/evidence.js";
import type { Problem } from "../records/record.js";
import type { Span } from "../vietnamese/text/span.js";
import { evidenceAt } from "./evidence.js";
import { type ProblemCode, problem } from "./problems.js";
import { wordsOf } from "./words.js";

/** What a draft's ids and spans stand for in its document. What stands for nothing becomes a problem, never a guess. */
export class Lookup {
  readonly problems: Problem[] = [];

  constructor(
    readonly text: string,
    readonly mentions: Mentions,
  ) {}

  /** The mention, or `null` where the draft names none; a wrong id is `null` with a problem. */
  mention<Kind extends MentionKind>(kind: Kind, id: string | null, path: string): MentionOf<Kind> | null {
    if (id === null) return null;
    const mention = this.mentions.get(id, kind);
    if (!mention) this.report(path, "UNKNOWN_MENTION", { kind, id });
    return mention;
  }

  /** The words of the spans, or `null` where they hold none. */
  words(spans: readonly Span[] | Span | null, path: string): string | null {
    if (spans === null) return null;
    const words = wordsOf(this.text, "start" in spans ? [spans] : spans);
    if (!words) this.report(path, "EMPTY_WORDS", { what: path.slice(path.lastIndexOf(".") + 1) });
    return words || null;
  }

  /** The evidence of the spans that hold text; without any there is no item. */
  evidence(spans: readonly Span[], path: string): readonly [Evidence, ...Evidence[]] | null {
    const [first, ...rest] = spans
      .filter(({ start, end }) => start >= 0 && start < end && end <= this.text.length)
      .map((span) => evidenceAt(this.text, span));
    if (!first) this.report(path, "EMPTY_WORDS", { what: "evidence" });
    return first ? [first, ...rest] : null;
  }

  report(path: string, code: ProblemCode, details: { readonly [name: string]: string | number } = {}): void {
    this.problems.push(problem(path, code, details));
  }
}
