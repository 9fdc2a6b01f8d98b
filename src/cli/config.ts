import { readFileSync } from "node:fs";
import * as util from "node:util";
import { z } from "zod";
import { KyhopError } from "../errors.js";
import { addressPattern } from "./option-values.js";

/** A variable that is set to nothing counts as not set, as in a copied .env.example. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Every variable of the environment that Kyhop knows; .env.example lists the same ones. */
export const Environment = z.object({
  OPENAI_API_KEY: maybe(z.string()),
  OPENAI_BASE_URL: maybe(z.url({ protocol: /^https?$/ })),
  KYHOP_MODEL: maybe(z.string()),
  KYHOP_DATABASE_URL: maybe(z.string()),
  KYHOP_REDIS_URL: maybe(z.url({ protocol: /^rediss?$/ })),
  KYHOP_METRICS: maybe(z.string().regex(addressPattern)),
  OTEL_EXPORTER_OTLP_ENDPOINT: maybe(z.url({ protocol: /^https?$/ })),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: maybe(z.url({ protocol: /^https?$/ })),
  OTEL_EXPORTER_OTLP_HEADERS: maybe(z.string()),
  OTEL_SERVICE_NAME: maybe(z.string()),
  KYHOP_REQUIRE_SERVICES: maybe(z.stringbool()),
  NO_COLOR: maybe(z.string()),
  FORCE_COLOR: maybe(z.string()),
});

/** The configuration of a run. */
export type Config = Readonly<z.infer<typeof Environment>>;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Checks the environment, with `.env` below it: what is set outside wins over the file.
 * @throws KyhopError CONFIG_INVALID with the variable's name; its value is never told, for it may be a secret
 */
export function readConfig(environment: Variables, dotEnv = ".env"): Config {
  const parsed = Environment.safeParse({ ...readDotEnv(dotEnv), ...environment });
  if (parsed.success) return Object.freeze(parsed.data);
  const issue = parsed.error.issues[0];
  throw new KyhopError("CONFIG_INVALID", { name: String(issue?.path[0]), reason: String(issue?.code) });
}

/** `parseEnv` came with Node 20.12; before it the file is not read. */
function readDotEnv(path: string): Variables {
  const parse: ((content: string) => object) | undefined = util.parseEnv;
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  return (parse?.(content) ?? {}) as Variables;
}
