import { z } from "zod";

/** A calendar day, `2025-07-25`. */
export const Day = z.iso.date();

/** A day, or a moment in Vietnam's time, `2020-06-16T18:42:00+07:00`. */
export const DayOrMoment = z.union([Day, z.iso.datetime({ offset: true })]);

/** A span of time as the text names it; an end that the text leaves open is `null`. */
export const Period = z.strictObject({
  label: z.string().min(1),
  start: Day.nullable(),
  end: Day.nullable(),
});
export type Period = z.infer<typeof Period>;
