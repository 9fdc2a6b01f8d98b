import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { Reply, replySchema } from "../../../src/engines/llm/reply.js";
import { emptyReply } from "./asked.js";

type Schema = Readonly<Record<string, unknown>>;

/** What strict structured output knows of JSON Schema: platform.openai.com/docs/guides/structured-outputs. */
const supported = new Set([
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "anyOf",
  "enum",
  "pattern",
]);
const published = fileURLToPath(new URL("../../../../shared/openai-api.schema.json", import.meta.url));

/** Every schema within a schema, with the depth of objects that it lies at. */
function* schemasOf(schema: Schema, depth = 0): Generator<{ readonly schema: Schema; readonly depth: number }> {
  yield { schema, depth };
  const properties = Object.values((schema["properties"] ?? {}) as Record<string, Schema>);
  const choices = (schema["anyOf"] ?? []) as readonly Schema[];
  const items = schema["items"] ? [schema["items"] as Schema] : [];
  for (const one of properties) yield* schemasOf(one, depth + 1);
  for (const one of [...choices, ...items]) yield* schemasOf(one, depth);
}

const { name, json } = replySchema;
const all = [...schemasOf(json as Schema)];
const block = { class: "target", period: null, figures: [], statuses: [] };

describe("the schema that a model is held to", () => {
  test("uses nothing that strict structured output does not know", () => {
    const used = new Set(all.flatMap(({ schema }) => Object.keys(schema)));
    expect([...used].filter((keyword) => !supported.has(keyword))).toEqual([]);
  });

  test("requires every field and admits no other", () => {
    for (const { schema } of all.filter((one) => one.schema["type"] === "object")) {
      expect(schema["additionalProperties"]).toBe(false);
      expect(schema["required"]).toEqual(Object.keys(schema["properties"] ?? {}));
    }
  });

  test("is an object, five levels deep at most, with less than a hundred fields", () => {
    expect((json as Schema)["type"]).toBe("object");
    expect(Math.max(...all.map(({ depth }) => depth))).toBeLessThanOrEqual(5);
    expect(all.length).toBeLessThan(100);
  });

  test("agrees with the schema that answers are validated by", () => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(json);
    expect(validate(emptyReply) && Reply.safeParse(emptyReply).success).toBe(true);
    for (const wrong of [{}, { ...emptyReply, value: 5 }, { ...emptyReply, blocks: [{ ...block, class: "done" }] }]) {
      expect(validate(wrong)).toBe(false);
      expect(Reply.safeParse(wrong).success).toBe(false);
    }
  });

  test.skipIf(!existsSync(published))("is a response format as OpenAI publishes it", () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(JSON.parse(readFileSync(published, "utf8")), "openai");
    const format = { type: "json_schema", json_schema: { name, strict: true, schema: json } };
    const isFormat = ajv.getSchema("openai#/$defs/ResponseFormatJsonSchema");
    expect(isFormat?.(format)).toBe(true);
  });
});

describe("an answer", () => {
  const figure = (one: object) => Reply.safeParse({ ...emptyReply, blocks: [{ ...block, figures: [one] }] }).success;

  test("names numbers by their ids", () => {
    expect(figure({ n: "n12", what: "thu ngân sách", vs: ["n13p", "n14s"] })).toBe(true);
    expect(figure({ n: null, what: "thu ngân sách", vs: ["n13c"] })).toBe(true);
  });

  test.each([
    ["a number for an id", { n: 12, what: "thu", vs: [] }],
    ["an amount for an id", { n: "5 tỷ đồng", what: "thu", vs: [] }],
    ["an id of another kind", { n: "t1", what: "thu", vs: [] }],
    ["a comparison without its basis", { n: "n1", what: "thu", vs: ["n2"] }],
    ["a value beside the id", { n: "n1", what: "thu", vs: [], value: 5_000_000_000 }],
  ])("with %s is none", (_, one) => {
    expect(figure(one)).toBe(false);
  });
});
