import { type Kysely, type Migration, PostgresAdapter, sql } from "kysely";

const area = { area_type: "text", area_name: "text", area_level: "text", area_code: "text", area_parents: "text" };
const place = { record_id: "name", position: "count" };
const figure = {
  ...place,
  session_id: "text",
  indicator: "text",
  indicator_code: "text",
  value: "number",
  value_max: "number",
  out_of: "number",
  unit: "text",
  comparator: "text",
  measure: "text",
  status: "text",
  period_label: "text",
  period_start: "text",
  period_end: "text",
  ...area,
  verified: "count",
  evidence_start: "count",
  evidence_end: "count",
  quote: "text",
};

/** Columns by table; those of the key are never null. */
const tables: readonly {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: Readonly<{ [column: string]: string }>;
}[] = [
  {
    name: "runs",
    key: ["id"],
    columns: { id: "name", extractor: "name", started_at: "text", ended_at: "text", stopped: "text" },
  },
  {
    name: "documents",
    key: ["source", "extractor"],
    columns: {
      source: "name",
      extractor: "name",
      fingerprint: "text",
      state: "text",
      record_id: "name",
      code: "text",
      reason: "text",
      retry: "count",
      run_id: "name",
      updated_at: "text",
    },
  },
  {
    name: "records",
    key: ["id"],
    columns: {
      id: "name",
      document_id: "name",
      source: "name",
      kind: "text",
      title: "text",
      author: "text",
      publisher: "text",
      published_at: "text",
      engine: "text",
      extractor: "name",
      pipeline: "text",
      prompt: "text",
      model: "text",
      tokens_input: "count",
      tokens_output: "count",
      tokens_cached: "count",
      cost_usd: "number",
      problems: "count",
      extracted_at: "text",
      digest: "text",
      json: "text",
    },
  },
  {
    name: "sessions",
    key: Object.keys(place),
    columns: {
      ...place,
      session_id: "text",
      kind: "text",
      name: "text",
      form: "text",
      number: "count",
      term: "count",
      mandate_start: "count",
      mandate_end: "count",
      body_name: "text",
      body_type: "text",
      ...area,
      date_start: "text",
      date_end: "text",
      part_of_day: "text",
      place: "text",
      purpose: "text",
      quote: "text",
    },
  },
  {
    name: "attendees",
    key: Object.keys(place),
    columns: {
      ...place,
      session_id: "text",
      name: "text",
      group_name: "text",
      count: "count",
      out_of: "count",
      titles: "text",
      roles: "text",
      quote: "text",
    },
  },
  {
    name: "resolutions",
    key: Object.keys(place),
    columns: {
      ...place,
      session_id: "text",
      role: "text",
      number: "text",
      title: "text",
      issued_on: "text",
      issuer: "text",
      legal_bases: "text",
      quote: "text",
    },
  },
  { name: "targets", key: Object.keys(place), columns: figure },
  { name: "achievements", key: Object.keys(place), columns: figure },
  {
    name: "comparisons",
    key: ["record_id", "figures", "position", "comparison"],
    columns: {
      record_id: "name",
      figures: "name",
      position: "count",
      comparison: "count",
      basis: "text",
      type: "text",
      percent: "number",
      value: "number",
      comparator: "text",
      set_by: "text",
      text: "text",
    },
  },
];

/** Runs, documents, records, and the flat tables of what records say. */
export const initial: Migration = {
  async up(database: Kysely<unknown>) {
    const onPostgres = database.getExecutor().adapter instanceof PostgresAdapter;
    const types: Readonly<{ [type: string]: string }> = {
      // both databases then sort names by their bytes, so that a dataset has one order wherever it is kept
      name: onPostgres ? 'text collate "C"' : "text",
      text: "text",
      count: "integer",
      number: "double precision",
    };
    for (const { name, key, columns } of tables) {
      let table = database.schema.createTable(name);
      for (const [column, type] of Object.entries(columns))
        table = table.addColumn(column, sql.raw(types[type] ?? type));
      await table.addPrimaryKeyConstraint(`${name}_key`, [...key] as never[]).execute();
    }
    await database.schema.createIndex("documents_of_record").on("documents").column("record_id").execute();
    await database.schema.createIndex("documents_of_state").on("documents").columns(["state", "code"]).execute();
    await database.schema.createIndex("records_in_order").on("records").columns(["source", "id"]).execute();
    await database.schema.createIndex("records_of_document").on("records").column("document_id").execute();
  },
};
