import { z } from "zod";
import { Attendee } from "../records/attendee.js";
import { Comparison, Figure } from "../records/figure.js";
import { documentKinds } from "../records/record.js";
import { Resolution } from "../records/resolution.js";
import { Session } from "../records/session.js";

const Quote = z.object({ quote: z.string() });
const Quotes = z.union([z.array(Quote), Quote]).default([]);
const absent = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const GoldSession = z.object({
  kind: Session.shape.kind,
  form: Session.shape.form.default(null),
  number: Session.shape.number.default(null),
  term: Session.shape.term.default(null),
  mandate: Session.shape.mandate.default(null),
  body: absent(z.object({ name: z.string(), area: absent(z.object({ type: z.string(), name: z.string() })) })),
  date: Session.shape.date.default(null),
});

const GoldAttendee = z.object({
  name: Attendee.shape.name.default(null),
  group: Attendee.shape.group.default(null),
  titles: Attendee.shape.titles.default([]),
  roles: Attendee.shape.roles.default([]),
});

const GoldResolution = z.object({
  number: Resolution.shape.number.default(null),
  title: Resolution.shape.title.default(null),
});

const GoldComparison = Comparison.pick({ basis: true, type: true, percent: true, value: true }).strip();

const GoldFigure = z.object({
  indicator: Figure.shape.indicator,
  value: Figure.shape.value.default(null),
  valueMax: Figure.shape.valueMax.default(null),
  outOf: Figure.shape.outOf.default(null),
  unit: Figure.shape.unit.default(null),
  comparator: Figure.shape.comparator.default(null),
  measure: Figure.shape.measure.default("level"),
  status: Figure.shape.status.default(null),
  period: Figure.shape.period.default(null),
  comparisons: z.array(GoldComparison).default([]),
  evidence: Quotes,
  /** annotators may differ on it: found it counts, missed it does not */
  optional: z.boolean().optional(),
});

/**
 * What people say that a document holds: a record with only the fields that are scored, quotes without offsets, and
 * `optional` figures. Fields that it leaves out are absent from the document.
 */
export const Gold = z.object({
  /** the base name of the document's file, by which gold and record are paired */
  source: z.string().min(1),
  document: z.object({
    kind: z.enum(documentKinds),
    title: absent(z.string()),
    publishedAt: absent(z.string()),
  }),
  sessions: z.array(GoldSession).default([]),
  attendees: z.array(GoldAttendee).default([]),
  resolutions: z.array(GoldResolution).default([]),
  targets: z.array(GoldFigure).default([]),
  achievements: z.array(GoldFigure).default([]),
});
export type Gold = z.infer<typeof Gold>;

/** The scored fields, which a gold record and a record both have. */
export type Scored = Omit<Gold, "source">;
export type ScoredSession = z.infer<typeof GoldSession>;
export type ScoredAttendee = z.infer<typeof GoldAttendee>;
export type ScoredFigure = z.infer<typeof GoldFigure>;
export type ScoredComparison = z.infer<typeof GoldComparison>;
