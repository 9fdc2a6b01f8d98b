import type { Draft, DraftComparison, DraftFigure } from "../engines/draft.js";
import type { Comparison, Figure } from "../records/figure.js";
import { figureCode } from "../records/indicators.js";
import type { Session } from "../records/session.js";
import { percentOf } from "../vietnamese/numbers/percent.js";
import { covers } from "../vietnamese/text/span.js";
import { isEstimate } from "./estimates.js";
import { type ClaimedNumber, claimOf } from "./figure-numbers.js";
import type { Lookup } from "./lookup.js";
import { saysNorm } from "./norms.js";
import type { Places } from "./places.js";
import type { Proof } from "./proof.js";
import { sessionIdOf } from "./session-ids.js";
import { wordsOf } from "./words.js";

/** What figures are grounded with. */
export interface FigureGround {
  readonly lookup: Lookup;
  readonly proof: Proof;
  readonly places: Places;
  readonly sessions: readonly (Session | null)[];
  readonly published: string | null;
}

const noNumber: ClaimedNumber = { value: null, valueMax: null, outOf: null, unit: null, comparator: null };

/** The draft's figures of one class as the record holds them, none checked yet. */
export function groundFigures(draft: Draft, wanted: DraftFigure["class"], ground: FigureGround): Figure[] {
  return draft.figures.flatMap((figure, index) =>
    figure.class === wanted ? (groundFigure(figure, `draft.figures[${index}]`, ground) ?? []) : [],
  );
}

function groundFigure(draft: DraftFigure, path: string, ground: FigureGround): Figure | null {
  const { lookup, sessions, published } = ground;
  const indicator = lookup.words(draft.indicator, `${path}.indicator`);
  const evidence = lookup.evidence([draft.evidence], path)?.[0];
  const number = numberOf(draft, path, ground);
  if (!indicator || !evidence || !number) return null;
  const [place = evidence] = draft.indicator;
  const sessionId = sessionIdOf(draft.session, sessions, lookup, path);
  const area = lookup.mention("area", draft.area, `${path}.area`);
  const on = sessions.find((session) => session?.id === sessionId)?.date?.start ?? published;
  return {
    indicator,
    indicatorCode: saysNorm(ground.proof, place)
      ? null
      : figureCode({ indicator, unit: number.unit, measure: draft.measure }),
    ...number,
    measure: draft.measure,
    status: number.value === null ? lookup.words(draft.status, `${path}.status`) : null,
    period: periodOf(draft.period, path, lookup),
    comparisons: draft.comparisons.flatMap(
      (comparison, index) => groundComparison(comparison, `${path}.comparisons[${index}]`, lookup) ?? [],
    ),
    area: area && ground.places.area(area.value, on),
    sessionId,
    evidence,
    verified: false,
  };
}

/** `null` where the draft names a quantity that the text does not hold: then there is no figure. */
function numberOf(draft: DraftFigure, path: string, { lookup, proof }: FigureGround): ClaimedNumber | null {
  if (draft.quantity === null) return noNumber;
  const quantity = lookup.mention("quantity", draft.quantity, `${path}.quantity`);
  if (!quantity) return null;
  const estimated = draft.estimate !== null && isEstimate(proof, draft.estimate, quantity);
  if (draft.estimate && !estimated) {
    lookup.report(`${path}.estimate`, "ESTIMATE_ELSEWHERE", { words: wordsOf(lookup.text, [draft.estimate]) });
  }
  return claimOf(quantity.value, estimated);
}

function periodOf(id: string | null, path: string, lookup: Lookup): Figure["period"] {
  const date = id === null ? null : lookup.mentions.get(id, "date");
  if (date) return { label: wordsOf(lookup.text, [date]), start: date.value.start, end: date.value.end };
  const period = lookup.mention("period", id, `${path}.period`);
  return period && { label: period.value.label, start: period.value.start, end: period.value.end };
}

/** A share and so many times an earlier amount give the percentage; an amount gives the value: of the change itself, or of what it is held against. */
function groundComparison(draft: DraftComparison, path: string, lookup: Lookup): Comparison | null {
  const text = lookup.words(draft.text, `${path}.text`);
  const own = lookup.mention("quantity", draft.quantity, `${path}.quantity`);
  const other = lookup.mention("quantity", draft.other, `${path}.other`);
  const known = (own !== null) === (draft.quantity !== null) && (other !== null) === (draft.other !== null);
  if (!text || !known || (!own && !other)) return null;
  if (own && !covers(draft.text, own)) {
    lookup.report(path, "COMPARISON_READS_DIFFERENTLY", { words: text, value: own.value.value });
    return null;
  }
  const percent = own && percentOf(own.value);
  const signed = (number: number): number => (draft.falls ? -number : number);
  return {
    basis: draft.basis,
    type: draft.type,
    percent: percent === null ? null : signed(percent),
    value: other?.value.value ?? (own && percent === null ? signed(own.value.value) : null),
    comparator: (own ?? other)?.value.comparator ?? "eq",
    setBy: lookup.words(draft.setBy, `${path}.setBy`),
    text,
  };
}
