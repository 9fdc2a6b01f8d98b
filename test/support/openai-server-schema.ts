import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

/** OpenAI's published shapes; where they are not there nothing is objected to. */
const path = new URL("../../../shared/openai-api.schema.json", import.meta.url);

export const hasOpenAiSchema = existsSync(path);

const definitions = ["CreateChatCompletionRequest", "CreateChatCompletionResponse", "Batch"] as const;

export type Definition = (typeof definitions)[number];
type SchemaCheck = (definition: Definition, value: unknown) => readonly string[];

/** What OpenAI's published schema objects to in a value; nothing where the schema is not there. */
export const checkAgainstOpenAi: SchemaCheck = hasOpenAiSchema ? compile() : () => [];

function compile(): SchemaCheck {
  // The published schema has formats of its own ("unixtime") and keywords of OpenAPI.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(JSON.parse(readFileSync(path, "utf8")), "openai");
  // Compiled now: it takes a second, in which a request that is under way would seem to hang.
  const checks = new Map(definitions.map((name) => [name, ajv.compile({ $ref: `openai#/$defs/${name}` })]));
  return (definition, value) => {
    const validate = checks.get(definition);
    if (!validate || validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${definition}${error.instancePath} ${error.message}`);
  };
}
