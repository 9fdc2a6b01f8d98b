import { randomUUID } from "node:crypto";
import pg from "pg";
import { onTestFinished } from "vitest";
import { isListening } from "./listening.js";

const required = process.env["KYHOP_REQUIRE_SERVICES"] === "1";

/** A server that tests talk to, and how to start it. */
interface Service {
  readonly name: string;
  readonly url: string;
  readonly start: string;
}

export const postgres: Service = {
  name: "PostgreSQL",
  url: process.env["KYHOP_TEST_DATABASE_URL"] ?? "postgres://root@127.0.0.1:5432/test",
  start: "docker compose up -d postgres",
};
export const redis: Service = {
  name: "Redis",
  url: process.env["KYHOP_TEST_REDIS_URL"] ?? "redis://127.0.0.1:6379",
  start: "docker compose up -d redis",
};

/**
 * Why tests that need the service are skipped, or `null` where they can run. It is given as the name of the skipped
 * group, so that the report says how to start it.
 * @throws where the service is not there but KYHOP_REQUIRE_SERVICES asks for it
 */
export async function missing({ name, url, start }: Service): Promise<string | null> {
  const { hostname, port } = new URL(url);
  const listening = await isListening(hostname, Number(port));
  if (listening) return null;
  const why = `${name} does not answer at ${hostname}:${port}; start it with: ${start}`;
  if (required) throw new Error(why);
  return why;
}

/** The URL of an empty database, gone when the test is over. */
export async function temporaryPostgres(): Promise<string> {
  const name = `kyhop_${randomUUID().replaceAll("-", "")}`;
  await execute(`create database ${name}`);
  onTestFinished(() => execute(`drop database ${name} with (force)`));
  return Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
}

async function execute(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
