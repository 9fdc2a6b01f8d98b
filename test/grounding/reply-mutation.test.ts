import { describe, expect, test } from "vitest";
import type { Draft, DraftComparison, DraftFigure, Words } from "../../src/engines/draft.js";
import { Reply, type ReplyBlock, type ReplyFigure } from "../../src/engines/llm/reply.js";
import type { Record } from "../../src/records/record.js";
import { emptyReply, groundReply } from "../engines/llm/asked.js";
import { Random } from "../support/random.js";
import { type ExtractedDocument, extractedDocuments } from "./extracted-documents.js";

const letters = { plan: "p", same_period: "s", previous_period: "e", capacity: "c" } as const;
const random = new Random(20_252);
const documents = (await extractedDocuments()).filter(({ draft }) => draft.figures.length > 0);

/** The answer that says of the numbers what a draft says of them. */
function replyOf(text: string, { figures }: Draft): Reply {
  const numbered = figures.filter(({ quantity, comparisons }) => quantity ?? comparisons[0]?.quantity);
  return { ...emptyReply, blocks: numbered.map((figure) => blockOf(text, figure)) };
}

function blockOf(
  text: string,
  { class: figureClass, quantity, indicator, comparisons, period }: DraftFigure,
): ReplyBlock {
  const vs = comparisons.flatMap((one) => comparedIds(one));
  const figures = [{ n: quantity, what: quoted(text, indicator), vs }];
  return { class: figureClass, period: /^[td]/.test(period ?? "") ? period : null, figures, statuses: [] };
}

const comparedIds = ({ quantity, other, basis }: DraftComparison): readonly string[] =>
  [quantity, other].flatMap((id) => (id ? `${id}${letters[basis]}` : []));

const quoted = (text: string, words: Words): string =>
  words.map(({ start, end }) => text.slice(start, end)).join(" … ");

type Falsify = (figure: ReplyFigure, others: readonly ReplyFigure[]) => Partial<ReplyFigure> | null;

const moved = (n: string | null, step: number) => (n === null ? null : { n: `n${Number(n.slice(1)) + step}` });

const falsifications: Readonly<{ [kind: string]: Falsify }> = {
  "the number behind": ({ n }) => moved(n, 1),
  "the number before": ({ n }) => moved(n, -1),
  "a number elsewhere": ({ n }, others) => (n === null ? null : { n: random.pick(others)?.n ?? null }),
  "a number of nowhere": ({ n }) => (n === null ? null : { n: "n99999" }),
  "a comparison's number moved": ({ vs: [first, ...rest] }) =>
    first ? { vs: [`${moved(first.slice(0, -1), 1)?.n}${first.slice(-1)}`, ...rest] } : null,
  "a word altered": ({ what }) => ({ what: `${what} vũ trụ` }),
};

/** Every falsification of every figure of an answer, one at a time. */
function* mutants(reply: Reply): Generator<{ readonly kind: string; readonly reply: Reply }> {
  for (const [at, block] of reply.blocks.entries())
    for (const [kind, falsify] of Object.entries(falsifications)) {
      const [figure] = block.figures;
      const others = reply.blocks.filter((other) => other !== block).flatMap(({ figures }) => figures);
      const change = figure && falsify(figure, others);
      if (!change) continue;
      const changed = { ...block, figures: [{ ...figure, ...change }] };
      yield { kind, reply: { ...reply, blocks: reply.blocks.with(at, changed) } };
    }
}

const figuresOf = ({ targets, achievements }: Record) => [...targets, ...achievements];

const claims = (record: Record): readonly string[] =>
  figuresOf(record)
    .filter(({ verified }) => verified)
    .map(({ indicator, value, valueMax, unit, comparisons }) =>
      JSON.stringify([indicator, value, valueMax, unit, comparisons.map((one) => [one.percent, one.value])]),
    );

/** Whether a false answer's record tells as verified what the true one's does not, and nothing of it is in problems. */
function isBelieved(record: Record, other: Record): boolean {
  const known = new Set(claims(record));
  const told = new Set(record.problems.map(({ code, message }) => `${code} ${message}`));
  const isFresh = other.problems.some(({ code, message }) => !told.has(`${code} ${message}`));
  return !isFresh && claims(other).some((claim) => !known.has(claim));
}

describe("an answer with a false number or a false word", () => {
  test("is seen in the record's problems, or says nothing that the true one does not", () => {
    const believed: string[] = [];
    let tried = 0;
    for (const document of documents) {
      const reply = replyOf(document.document.text, document.draft);
      const record = recordOf(reply, document);
      for (const mutant of mutants(reply)) {
        tried++;
        if (isBelieved(record, recordOf(mutant.reply, document))) {
          believed.push(`${document.name}: ${mutant.kind}`);
        }
      }
    }
    expect(believed).toEqual([]);
    expect(tried).toBeGreaterThanOrEqual(500);
  }, 120_000);

  test("in place of an id is refused before it is read", () => {
    for (const { document, draft } of documents) {
      const reply = replyOf(document.text, draft);
      for (const [at, block] of reply.blocks.entries()) {
        for (const n of ["63.034", "63034", 63_034, "n1 tỷ"]) {
          const blocks = reply.blocks.with(at, { ...block, figures: [{ ...block.figures[0], n } as ReplyFigure] });
          expect(Reply.safeParse({ ...reply, blocks }).success).toBe(false);
        }
      }
    }
  });
});

function recordOf(reply: Reply, { document, mentions, pipeline }: ExtractedDocument): Record {
  return groundReply(reply, { document, mentions, pipeline });
}
