/** A number and nothing else; `Number("")` would be 0. */
const decimal = /^\d{1,12}(?:\.\d{1,9})?$/;

/**
 * The wait in milliseconds that a server asks for, or `null`: `retry-after-ms`, or `Retry-After` in seconds or as a
 * date (RFC 9110, section 10.2.3). A date in the past is no wait.
 * @param now milliseconds, as `Date.now()`
 */
export function retryAfterOf(headers: Headers, now: number): number | null {
  const milliseconds = headers.get("retry-after-ms")?.trim() ?? "";
  if (decimal.test(milliseconds)) return Number(milliseconds);
  const value = headers.get("retry-after")?.trim() ?? "";
  if (decimal.test(value)) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
