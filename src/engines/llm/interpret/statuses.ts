import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftFigure } from "../../draft.js";
import { defaultPeriod } from "../../rules/figures/timeline.js";
import { hull } from "../../rules/sessions/details.js";
import type { ReplyBlock } from "../reply.js";
import type { FigureContext, Told } from "./figure-context.js";

/** A judgement stands beside what it judges. In UTF-16 code units. */
const farthest = 300;

/** Results in words ("Duy trì không có hộ nghèo: Đạt"); each is looked for behind the one before it. */
export function interpretStatuses(
  statuses: ReplyBlock["statuses"],
  told: Told,
  figures: readonly DraftFigure[],
  context: FigureContext,
  path: string,
): readonly DraftFigure[] {
  let near: Span = figures[0]?.evidence ?? { start: 0, end: 0 };
  return statuses.flatMap(({ what, is }, index) => {
    const words = context.aligner.words(what, near);
    const status = words && context.aligner.span(is, hull(words.slice(-1)));
    if (!words || !status) {
      context.refusals.words(words ? is : what, `${path}[${index}]`);
      return [];
    }
    const evidence = hull([...words, status]);
    if (evidence.end - evidence.start > farthest) {
      context.refusals.words(`${what} … ${is}`, `${path}[${index}]`);
      return [];
    }
    near = evidence;
    return [
      {
        class: told.class,
        indicator: words,
        quantity: null,
        measure: "level",
        estimate: null,
        status,
        period: (told.period ?? defaultPeriod(context.timeline, told.class))?.id ?? null,
        comparisons: [],
        area: null,
        session: context.session,
        evidence,
      },
    ];
  });
}
