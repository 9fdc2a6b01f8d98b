import { InvalidArgumentError } from "commander";

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function dollars(text: string): number {
  const usd = Number(text);
  if (!Number.isFinite(usd) || usd <= 0) throw new InvalidArgumentError("Give an amount in US dollars, such as 0.50.");
  return usd;
}

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number from 1 up.");
  return number;
}
