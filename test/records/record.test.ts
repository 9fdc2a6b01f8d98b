import { describe, expect, it } from "vitest";
import { Record, recordJsonSchema } from "../../src/records/record.js";
import { groundText } from "../grounding/hand-drafts.js";

const record = groundText("Thu ngân sách xã đạt 12 tỷ đồng.", (draft) => [
  draft.figure("Thu ngân sách xã", "12 tỷ đồng"),
]);

describe("the record's schema", () => {
  it("takes a record as it is made", () => {
    expect(Record.parse(record)).toEqual(record);
  });

  it("refuses what it does not know, and says where", () => {
    const [figure] = record.achievements;
    const result = Record.safeParse({ ...record, achievements: [{ ...figure, colour: "red" }] });
    expect(result.error?.issues.map(({ path, code }) => ({ path, code }))).toEqual([
      { path: ["achievements", 0], code: "unrecognized_keys" },
    ]);
  });

  it("refuses a record that lacks something, and says what", () => {
    const { id: _, ...document } = record.document;
    const result = Record.safeParse({ ...record, document });
    expect(result.error?.issues.map(({ path }) => path)).toEqual([["document", "id"]]);
  });
});

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: boolean;
}

/** Whether a value has the schema's shape: types, required and unknown names, enumerations. */
function fits(schema: Schema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some((one) => fits(one, value));
  if (schema.const !== undefined) return value === schema.const;
  if (schema.enum) return schema.enum.includes(value);
  if (Array.isArray(schema.type)) return schema.type.some((type: string) => fits({ ...schema, type }, value));
  if (schema.type === "null") return value === null;
  if (schema.type === "array") return Array.isArray(value) && value.every((item) => fits(schema.items ?? {}, item));
  if (schema.type === "integer") return Number.isInteger(value);
  if (schema.type !== "object") return schema.type === undefined || typeof value === schema.type;
  if (typeof value !== "object" || value === null) return false;
  const known = schema.properties ?? {};
  return (
    (schema.required ?? []).every((name) => name in value) &&
    Object.entries(value).every(([name, part]) =>
      known[name] ? fits(known[name], part) : schema.additionalProperties !== false,
    )
  );
}

describe("the record's JSON Schema", () => {
  const schema = recordJsonSchema() as Schema;

  it("fits a record, and none that lacks something or has something more", () => {
    expect(fits(schema, record)).toBe(true);
    expect(fits(schema, { ...record, more: 1 })).toBe(false);
    expect(fits(schema, { ...record, sessions: undefined })).toBe(false);
    expect(fits(schema, { ...record, schemaVersion: "2" })).toBe(false);
  });
});
