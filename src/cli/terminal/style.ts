import pico from "picocolors";
import type { Config } from "../config.js";

/** How words are set off: by colour and line on a terminal, by signs elsewhere. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** sets off the words of a quote that prove a fact */
  readonly underline: (text: string) => string;
  /** one of six colours, by number; brackets where there is no colour */
  readonly tint: (text: string, colour: number) => string;
}

/** NO_COLOR (https://no-color.org) wins over FORCE_COLOR, which wins over what the output is. */
export function styleFor(config: Config, isTerminal: boolean): Style {
  const coloured = !config.NO_COLOR && (config.FORCE_COLOR ? config.FORCE_COLOR !== "0" : isTerminal);
  const { bold, dim, green, red, underline, yellow, blue, magenta, cyan, inverse } = pico.createColors(coloured);
  const tints = [green, yellow, cyan, magenta, blue, red];
  return {
    bold,
    dim,
    good: green,
    bad: red,
    underline: coloured ? underline : (text) => `_${text}_`,
    tint: coloured ? (text, colour) => (tints[colour] ?? inverse)(text) : (text) => `[${text}]`,
  };
}
