import type { MentionKind, MentionOf, Mentions } from "../mentions/mention.js";
import type { Figure } from "../records/figure.js";
import { findQuantities, type Quantity } from "../vietnamese/numbers/quantities.js";
import { type Found, type Reading, read } from "../vietnamese/text/reading.js";
import { sentences } from "../vietnamese/text/sentences.js";
import { BySpan, itemsWithin, overlaps, type Span } from "../vietnamese/text/span.js";
import { isWordToken, type Token, tokens, tokensOf } from "../vietnamese/text/tokens.js";
import { findScattered, findWords } from "./words.js";

/** How far the words that belong to a statement are looked for before and behind it, in UTF-16 code units. */
const reach = 1500;
const longestHeading = 200;
/** what may stand behind a total's amount: ", trong đó" */
const longestTail = 16;

/** The kind of mark that opens a list's line: "-", "+", "1", "a"; `null` where none does. */
const markOf = (line: string): string | null =>
  /^ *\(?([-+*•]|\d{1,2}|[a-zđ]|[IVX]{1,4})(?=[.) ])/
    .exec(line)?.[1]
    ?.replace(/\d+/, "1")
    .replace(/^[a-zđ]$/, "a") ?? null;
/** How many lines above a statement may head it. */
const headingsAbove = 40;

/** Some words of a text, and the quantities that are read in them alone. */
export interface Quote {
  readonly reading: Reading;
  readonly quantities: readonly Found<Quantity>[];
}

/** A document's text as claims are held against it: its mentions by place, and the line and headings of a statement. */
export class Proof {
  readonly reading: Reading;
  private readonly tokens: readonly Token[];
  private readonly known = new Map<string, readonly string[]>();
  private allWords: string | null = null;
  private readonly byLine = new BySpan<readonly Token[]>();
  private readonly quotes = new Map<string, Quote>();
  private readonly byFigure = new WeakMap<object, readonly Token[]>();

  constructor(
    readonly text: string,
    private readonly mentions: Mentions,
  ) {
    this.reading = mentions.reading.text === text ? mentions.reading : read(text);
    this.tokens = tokens(this.reading);
  }

  /** The mentions of a kind that lie wholly within the span, in order. */
  within<Kind extends MentionKind>(kind: Kind, span: Span): readonly MentionOf<Kind>[] {
    return this.mentions.of(kind, span);
  }

  /** The tokens that lie wholly within the span, in order. */
  tokensIn(span: Span): readonly Token[] {
    return itemsWithin(this.tokens, span);
  }

  /** All mentions of a kind, in order. */
  all<Kind extends MentionKind>(kind: Kind): readonly MentionOf<Kind>[] {
    return this.mentions.of(kind);
  }

  /** The lines that the span touches, as far as they belong to it. */
  lineOf({ start, end }: Span): Span {
    const before = this.text.lastIndexOf("\n", start - 1) + 1;
    const behind = this.text.indexOf("\n", end);
    const lineEnd = behind < 0 ? this.text.length : behind;
    return { start: Math.max(before, start - reach), end: Math.min(lineEnd, end + reach) };
  }

  /** The tokens of the lines that the span touches. */
  tokensOfLine(span: Span): readonly Token[] {
    const line = this.lineOf(span);
    return this.byLine.get(line, () => this.tokensIn(line));
  }

  /** Words of the text read by themselves, without the text around them. */
  quote(words: string): Quote {
    const known = this.quotes.get(words);
    if (known) return known;
    const reading = read(words);
    const quote = { reading, quantities: findQuantities(reading) };
    this.quotes.set(words, quote);
    return quote;
  }

  /** The sentences that the span touches, from the first one's beginning to the last one's end. */
  sentenceOf(span: Span): Span {
    const touched = sentences(this.reading, this.lineOf(span)).filter((sentence) => overlaps(sentence, span));
    return { start: touched[0]?.start ?? span.start, end: touched.at(-1)?.end ?? span.end };
  }

  /** `tokensOf`, remembered: the words of a record are looked for many times. */
  tokensOf(words: string): readonly string[] {
    const known = this.known.get(words) ?? tokensOf(words);
    this.known.set(words, known);
    return known;
  }

  /**
   * The tokens that lead up to the span: of its sentence, from the number before it on, and of the lines above that may
   * head it, which end without a full stop and state no number of their own or go on with a colon.
   */
  leadingTo(span: Span): readonly Token[] {
    const sentence = this.sentenceOf(span);
    const before = this.within("quantity", { start: sentence.start, end: span.start }).at(-1);
    const found: (readonly Token[])[] = [this.tokensIn({ start: before?.end ?? sentence.start, end: span.start })];
    let end = this.text.lastIndexOf("\n", span.start - 1);
    for (let i = 0; i < headingsAbove && end > 0; i++) {
      const start = this.text.lastIndexOf("\n", end - 1) + 1;
      if (this.heads({ start, end }) || this.isTotalOf({ start, end }, span))
        found.unshift(this.tokensIn({ start, end }));
      end = start - 1;
    }
    return found.flat();
  }

  private heads(line: Span): boolean {
    const words = this.text.slice(line.start, line.end).trimEnd();
    if (words.length > longestHeading || /[.;]$/.test(words)) return false;
    return words.endsWith(":") || this.within("quantity", line).length === 0;
  }

  /** "- Chi thường xuyên: 258 tỷ đồng" above "+ Kinh phí quản lý hành chính: 3 tỷ": a total, and a part with another mark. */
  private isTotalOf(line: Span, part: Span): boolean {
    const [mark, own] = [line, this.lineOf(part)].map(({ start, end }) => markOf(this.text.slice(start, end)));
    if (line.end - line.start > longestHeading || !mark || !own || mark === own) return false;
    const [amount, ...others] = this.within("quantity", line);
    return amount !== undefined && others.length === 0 && line.end - amount.end <= longestTail;
  }

  /** The tokens of the evidence that tell the indicator: in its order if they do, else wherever they stand. */
  indicatorTokens(figure: Pick<Figure, "indicator" | "evidence">): readonly Token[] {
    const known = this.byFigure.get(figure);
    if (known) return known;
    const words = this.tokensOf(figure.indicator).filter(isWordToken);
    const among = this.tokensIn(figure.evidence);
    const found = findScattered(among, words) ?? among.filter(({ word }) => words.includes(word));
    this.byFigure.set(figure, found);
    return found;
  }

  /** Whether the lines of the spans say the words, in their order, or the text says them one behind the other. */
  tells(words: string, spans: readonly Span[]): boolean {
    const wanted = this.tokensOf(words);
    const lines = spans.map((span) => this.tokensOfLine(span));
    if (lines.some((line) => findWords(line, wanted) ?? findScattered(line, wanted))) return true;
    this.allWords ??= ` ${this.tokens.map(({ word }) => word).join(" ")} `;
    return this.allWords.includes(` ${wanted.join(" ")} `);
  }
}
