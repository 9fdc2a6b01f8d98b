import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Environment, readConfig } from "../../src/cli/config.js";
import { KyhopError } from "../../src/errors.js";
import { temporaryFolder } from "../support/folders.js";

const nowhere = "/nonexistent/.env";

test(".env.example lists exactly the variables that are read", () => {
  const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
  const listed = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(Environment.shape));
});

test("a variable that is set to nothing is not set", () => {
  expect(readConfig({ OPENAI_BASE_URL: "", KYHOP_MODEL: "" }, nowhere).KYHOP_MODEL).toBeUndefined();
});

test("the environment wins over .env", () => {
  const file = join(temporaryFolder(), ".env");
  writeFileSync(file, "KYHOP_MODEL=from-file\nKYHOP_REQUIRE_SERVICES=1\n");
  expect(readConfig({ KYHOP_MODEL: "from-outside" }, file)).toMatchObject({
    KYHOP_MODEL: "from-outside",
    KYHOP_REQUIRE_SERVICES: true,
  });
});

test.each([
  ["OPENAI_BASE_URL", "not a url, s3cret"],
  ["KYHOP_REDIS_URL", "https://user:s3cret@host"],
  ["KYHOP_REQUIRE_SERVICES", "s3cret"],
])("%s is refused by name, its value never told", (name, value) => {
  const read = () => readConfig({ [name]: value }, nowhere);
  expect(read).toThrow(KyhopError);
  expect(read).toThrow(new RegExp(`^The environment variable ${name} is not usable: (?!.*s3cret)`));
});
