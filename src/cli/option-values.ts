import { InvalidArgumentError } from "commander";
import { type Field, type FieldMap, fieldNames } from "../documents/field-names.js";

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function dollars(text: string): number {
  const usd = Number(text);
  if (!Number.isFinite(usd) || usd <= 0) throw new InvalidArgumentError("Give an amount in US dollars, such as 0.50.");
  return usd;
}

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function seconds(text: string): number {
  const time = Number(text);
  // a day: what is asked for longer is a batch
  if (!(time > 0 && time <= 86_400)) throw new InvalidArgumentError("Give a number of seconds, such as 30.");
  return time;
}

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number from 1 up.");
  return number;
}

/**
 * `title=headline,text=body` → which field of a crawler's rows is which.
 * @throws InvalidArgumentError, which commander tells with the option's name
 */
export function fieldMap(text: string): FieldMap {
  const isField = (name: string): name is Field => name in fieldNames;
  const pairs = text.split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  return Object.fromEntries(
    pairs.map(([field = "", name = ""]) => {
      if (isField(field) && name) return [field, name];
      const known = Object.keys(fieldNames).join(", ");
      throw new InvalidArgumentError(`Give FIELD=NAME pairs with commas between them; FIELD is one of ${known}.`);
    }),
  );
}

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function moment(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.valueOf())) throw new InvalidArgumentError("Give a day or a time, such as 2026-11-25.");
  return date;
}

/** `9464` or `0.0.0.0:9464`. */
export const addressPattern = /^(?:(?<host>.+):)?(?<port>\d{1,5})$/;

/** Where something is served; on this machine alone where no host is named. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("Give a port, such as 3000.");
  return port;
}

/** @throws InvalidArgumentError, which commander tells with the option's name */
export function address(text: string): Address {
  const { host = "127.0.0.1", port = text } = addressPattern.exec(text)?.groups ?? {};
  return { host, port: portNumber(port) };
}
