import type { Area } from "./area.js";
import type { Attendee } from "./attendee.js";
import type { Comparison, Figure } from "./figure.js";
import type { Record } from "./record.js";
import { recordId } from "./record-id.js";
import type { Resolution } from "./resolution.js";
import type { Session } from "./session.js";

/** What stands in a cell; lists are joined by "; ". */
export type Cell = string | number | boolean | null;

/** Columns in their order: the name, and how the cell is read from an item. */
type Columns<Item> = { readonly [column: string]: (item: Item) => Cell };

/** An item of a record's list, and its place in it, counted from 0. */
type Placed<Item> = Item & { readonly position: number };

const quote = ({ evidence }: { readonly evidence: readonly { readonly quote: string }[] }) =>
  evidence[0]?.quote ?? null;

/** The columns of a record itself: what it was extracted from, and how. */
export const recordColumns = {
  id: recordId,
  document_id: ({ document }) => document.id,
  source: ({ document }) => document.source,
  kind: ({ document }) => document.kind,
  title: ({ document }) => document.title,
  author: ({ document }) => document.author,
  publisher: ({ document }) => document.publisher,
  published_at: ({ document }) => document.publishedAt,
  engine: ({ provenance }) => provenance.engine,
  pipeline: ({ provenance }) => provenance.pipeline,
  prompt: ({ provenance }) => provenance.promptVersion,
  model: ({ provenance }) => provenance.model,
  tokens_input: ({ provenance }) => provenance.tokens.input,
  tokens_output: ({ provenance }) => provenance.tokens.output,
  tokens_cached: ({ provenance }) => provenance.tokens.cached,
  cost_usd: ({ provenance }) => provenance.costUsd,
  problems: ({ problems }) => problems.length,
  extracted_at: ({ provenance }) => provenance.extractedAt,
} as const satisfies Columns<Record>;

const sessions = {
  position: ({ position }) => position,
  session_id: ({ id }) => id,
  kind: ({ kind }) => kind,
  name: ({ name }) => name,
  form: ({ form }) => form,
  number: ({ number }) => number,
  term: ({ term }) => term,
  mandate_start: ({ mandate }) => mandate?.start ?? null,
  mandate_end: ({ mandate }) => mandate?.end ?? null,
  body_name: ({ body }) => body?.name ?? null,
  body_type: ({ body }) => body?.type ?? null,
  ...areaOf<Placed<Session>>(({ body }) => body?.area),
  date_start: ({ date }) => date?.start ?? null,
  date_end: ({ date }) => date?.end ?? null,
  part_of_day: ({ date }) => date?.partOfDay ?? null,
  place: ({ place }) => place,
  purpose: ({ purpose }) => purpose,
  quote,
} as const satisfies Columns<Placed<Session>>;

const attendees = {
  position: ({ position }) => position,
  session_id: ({ sessionId }) => sessionId,
  name: ({ name }) => name,
  group_name: ({ group }) => group,
  count: ({ count }) => count,
  out_of: ({ outOf }) => outOf,
  titles: ({ titles }) => titles.join("; "),
  roles: ({ roles }) => roles.join("; "),
  quote,
} as const satisfies Columns<Placed<Attendee>>;

const resolutions = {
  position: ({ position }) => position,
  session_id: ({ sessionId }) => sessionId,
  role: ({ role }) => role,
  number: ({ number }) => number,
  title: ({ title }) => title,
  issued_on: ({ issuedOn }) => issuedOn,
  issuer: ({ issuer }) => issuer,
  legal_bases: ({ legalBases }) => legalBases.map(({ text }) => text).join("; "),
  quote,
} as const satisfies Columns<Placed<Resolution>>;

const figures = {
  position: ({ position }) => position,
  session_id: ({ sessionId }) => sessionId,
  indicator: ({ indicator }) => indicator,
  indicator_code: ({ indicatorCode }) => indicatorCode,
  value: ({ value }) => value,
  value_max: ({ valueMax }) => valueMax,
  out_of: ({ outOf }) => outOf,
  unit: ({ unit }) => unit,
  comparator: ({ comparator }) => comparator,
  measure: ({ measure }) => measure,
  status: ({ status }) => status,
  period_label: ({ period }) => period?.label ?? null,
  period_start: ({ period }) => period?.start ?? null,
  period_end: ({ period }) => period?.end ?? null,
  ...areaOf<Placed<Figure>>(({ area }) => area),
  verified: ({ verified }) => verified,
  evidence_start: ({ evidence }) => evidence.start,
  evidence_end: ({ evidence }) => evidence.end,
  quote: ({ evidence }) => evidence.quote,
} as const satisfies Columns<Placed<Figure>>;

/** A comparison belongs to the figure at `position` of `figures`. */
type PlacedComparison = Placed<Comparison> & {
  readonly figures: "targets" | "achievements";
  readonly comparison: number;
};

const comparisons = {
  figures: (one) => one.figures,
  position: ({ position }) => position,
  comparison: ({ comparison }) => comparison,
  basis: ({ basis }) => basis,
  type: ({ type }) => type,
  percent: ({ percent }) => percent,
  value: ({ value }) => value,
  comparator: ({ comparator }) => comparator,
  set_by: ({ setBy }) => setBy,
  text: ({ text }) => text,
} as const satisfies Columns<PlacedComparison>;

function areaOf<Item>(area: (item: Item) => Area | null | undefined) {
  return {
    area_type: (item: Item) => area(item)?.type ?? null,
    area_name: (item: Item) => area(item)?.name ?? null,
    area_level: (item: Item) => area(item)?.level ?? null,
    area_code: (item: Item) => area(item)?.code ?? null,
    area_parents: (item: Item) => area(item)?.parents.join("; ") ?? null,
  };
}

type Row<Table extends { readonly [column: string]: (item: never) => Cell }> = {
  readonly [Column in keyof Table]: ReturnType<Table[Column]>;
};

/** The flat tables of a record's facts and their columns, in order; whoever keeps them adds whose record it is. */
export const factTables = { sessions, attendees, resolutions, targets: figures, achievements: figures, comparisons };
export type FactTable = keyof typeof factTables;
export type FactRows = { readonly [Table in FactTable]: readonly Row<(typeof factTables)[Table]>[] };

/** A record's facts as rows, by table. */
export function factRows(record: Record): FactRows {
  return {
    sessions: rows(sessions, placed(record.sessions)),
    attendees: rows(attendees, placed(record.attendees)),
    resolutions: rows(resolutions, placed(record.resolutions)),
    targets: rows(figures, placed(record.targets)),
    achievements: rows(figures, placed(record.achievements)),
    comparisons: rows(comparisons, [...comparisonsOf(record, "targets"), ...comparisonsOf(record, "achievements")]),
  };
}

function comparisonsOf(record: Record, list: PlacedComparison["figures"]): readonly PlacedComparison[] {
  return record[list].flatMap((figure, position) =>
    figure.comparisons.map((one, comparison) => ({ ...one, figures: list, position, comparison })),
  );
}

function placed<Item>(items: readonly Item[]): readonly Placed<Item>[] {
  return items.map((item, position) => ({ ...item, position }));
}

function rows<Item, Table extends Columns<Item>>(columns: Table, items: readonly Item[]): readonly Row<Table>[] {
  return items.map((item) => rowOf(columns, item));
}

/** The cells of an item, by column. */
export function rowOf<Item, Table extends Columns<Item>>(columns: Table, item: Item): Row<Table> {
  return Object.fromEntries(Object.entries(columns).map(([column, read]) => [column, read(item)])) as Row<Table>;
}
