import type { Rejection } from "./failures.js";
import type { ChatReply } from "./model.js";

/** How a server wants to be asked. OpenAI's own way is the first that is tried. */
export interface Dialect {
  /** how the answer's JSON is asked for: under a schema, in JSON mode, in words */
  readonly format: ChatReply["leniency"];
  /** `max_tokens` is what servers know that are older than OpenAI's reasoning models */
  readonly limit: "max_completion_tokens" | "max_tokens";
  /** reasoning models refuse any temperature but their own */
  readonly temperature: boolean;
  readonly seed: boolean;
}

/** OpenAI's reasoning models, in the order of their coming: o1, o3, o4-mini, gpt-5 and what follows. */
const reasoning = /^(?:o\d|gpt-(?:[5-9]|\d\d))/;

/** What OpenAI's own server understands for a model; a batch has no chance to learn better. */
export function openAiDialect(model: string): Dialect {
  return { format: "strict", limit: "max_completion_tokens", temperature: !reasoning.test(model), seed: true };
}

interface Concession {
  /** the parameter, or words of the message, that a server rejects */
  readonly about: RegExp;
  /** the dialect without it, or `null` where nothing is left to give up */
  readonly give: (dialect: Dialect) => Dialect | null;
}

const weaker = { strict: "json", json: "tolerant", tolerant: null } as const;

/** In the order in which they are looked for. */
const concessions: readonly Concession[] = [
  {
    about: /temperature/i,
    give: (dialect) => (dialect.temperature ? { ...dialect, temperature: false } : null),
  },
  {
    about: /max_completion_tokens|max_tokens/i,
    give: (dialect) => (dialect.limit === "max_tokens" ? null : { ...dialect, limit: "max_tokens" }),
  },
  {
    about: /response_format|json_schema|json_object|structured output|guided|grammar/i,
    give: (dialect) => {
      const format = weaker[dialect.format];
      return format && { ...dialect, format };
    },
  },
  {
    about: /(?<![\p{L}\p{N}])seed(?![\p{L}\p{N}])/iu,
    give: (dialect) => (dialect.seed ? { ...dialect, seed: false } : null),
  },
];

/** OpenAI's words for a schema outside the strict subset: a defect of ours, which a weaker format would only hide. */
const badSchema = /invalid schema for response_format/i;

/** The dialect to try next after a rejection, or `null` where the rejection is about something else. */
export function concede(dialect: Dialect, { status, message, param, code }: Rejection): Dialect | null {
  if ((status !== 400 && status !== 422) || badSchema.test(message) || code === "context_length_exceeded") return null;
  const about = param || message.slice(0, 1_000);
  return concessions.find((concession) => concession.about.test(about))?.give(dialect) ?? null;
}
