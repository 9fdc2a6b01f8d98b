import { read } from "../text/reading.js";
import { findQuantities } from "./quantities.js";

/** Whether words are a unit and nothing else, as they stand behind a number: "triệu đồng", "kg/người". */
export function isUnitWords(words: string): boolean {
  const amount = `1 ${words}`;
  const [found] = findQuantities(read(amount));
  return found?.end === amount.length && found.value.unit !== null && !found.value.guessed;
}
