import type { Mentions } from "../../mentions/mention.js";
import { covers } from "../../vietnamese/text/span.js";
import { type Reply, type ReplyBlock, type ReplyFigure, readComparedId } from "./reply.js";
import type { Section } from "./sections.js";

/** The answer to one section of a document. */
export interface SectionReply {
  readonly section: Section;
  readonly reply: Reply;
}

/**
 * The answers to the sections of a document as one: ids are those of the whole document, so they need no translation.
 * The first meeting is the document's; what a section says of numbers that it was only shown for context is left to the
 * section whose own they are.
 */
export function mergeReplies(answers: readonly SectionReply[], mentions: Mentions): Reply {
  return {
    session: answers.find(({ reply }) => reply.session)?.reply.session ?? null,
    attendees: answers.flatMap(({ reply }) => reply.attendees),
    resolutions: answers.flatMap(({ reply }) => reply.resolutions),
    blocks: answers.flatMap(({ reply, section }) =>
      reply.blocks.map((block) => withoutCarried(block, section, mentions)),
    ),
  };
}

function withoutCarried(block: ReplyBlock, { carried }: Section, mentions: Mentions): ReplyBlock {
  const isCarried = ({ n, vs }: ReplyFigure): boolean => {
    const number = mentions.get(n ?? (vs[0] ? readComparedId(vs[0]).id : ""), "quantity");
    return number !== null && carried.some((span) => covers(span, number));
  };
  return { ...block, figures: block.figures.filter((figure) => !isCarried(figure)) };
}
