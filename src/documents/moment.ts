/** A day, and a time of it where one is printed, by the clock of Vietnam (+07:00, no summer time). */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: { readonly hour: number; readonly minute: number; readonly second: number } | null;
}

const vietnamOffset = 7 * 60 * 60 * 1000;
const isoMoment =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/** ISO 8601: "2020-06-16T18:42:00+07:00", or "2020-06-16" without a time. `null` when there is no such day or time. */
export function isoOf({ year, month, day, time }: Moment): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const dayText = `${year}-${two(month)}-${two(day)}`;
  if (!time) return dayText;
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return null;
  return `${dayText}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}+07:00`;
}

/** A date as machines write it (ISO 8601, with or without an offset; without one it is Vietnam's clock) in +07:00. */
export function isoFromMachine(text: string): string | null {
  const match = isoMoment.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (match[4] === undefined) return isoOf({ year, month, day, time: null });
  const printed = Date.UTC(year, month - 1, day, hour, minute, second);
  if (!match[7]) return isoOf({ year, month, day, time: { hour, minute, second } });
  const there = new Date(printed - offsetOf(match[7]) + vietnamOffset);
  return isoOf({
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    time: { hour: there.getUTCHours(), minute: there.getUTCMinutes(), second: there.getUTCSeconds() },
  });
}

/** The more telling of what the page prints and what its markup says: the markup may only add a time to a printed day. */
export function moreExact(printed: string | null, machine: string | null): string | null {
  if (!printed || !machine) return printed ?? machine;
  return printed.length === 10 && machine.startsWith(printed) ? machine : printed;
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -1 : 1) * minutes * 60 * 1000;
}

const two = (value: number): string => String(value).padStart(2, "0");
