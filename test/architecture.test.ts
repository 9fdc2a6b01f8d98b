import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Which part may import which: the folder table of the README, made binding. A part is a folder under src/, a file
 * directly in src/, or pipelines/. Every part but the language may also import errors.
 */
const allowed: Readonly<Record<string, readonly string[] | "everything">> = {
  errors: [],
  vietnamese: [],
  documents: ["vietnamese"],
  records: ["vietnamese"],
  mentions: ["vietnamese"],
  engines: ["vietnamese", "documents", "records", "mentions"],
  grounding: ["vietnamese", "records", "mentions"],
  pipelines: ["vietnamese", "records", "mentions", "engines"],
  pipeline: ["vietnamese", "documents", "records", "mentions", "engines", "grounding"],
  store: ["records"],
  runs: ["documents", "records", "engines", "store"],
  publish: ["records"],
  evaluate: ["records"],
  cli: "everything",
  index: "everything",
};

/** Shapes that a part may name without depending on what makes them. */
const typesOnly: readonly (readonly [from: string, to: RegExp])[] = [
  ["mentions", /^src\/documents\/document\.ts$/],
  ["grounding", /^src\/(?:documents\/document|engines\/draft)\.ts$/],
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = ["src", "pipelines"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

/** The imports of our own modules; packages and node: are none. */
function importsOf(file: string, source: string): Import[] {
  const statements = [
    ...source.matchAll(/^(?:import|export)\s([^;'"]{0,4000}?)from\s+"(\.[^"]+)"/gm),
    ...source.matchAll(/(?:^import|\bimport\()\s*()"(\.[^"]+)"/gm),
  ];
  return statements.map(([, names = "", specifier = ""]) => ({
    file,
    target: normalize(join(dirname(file), specifier)).replace(/\.js$/, ".ts"),
    typeOnly: isTypeOnly(names),
  }));
}

function isTypeOnly(names: string): boolean {
  if (names.startsWith("type ")) return true;
  const listed = /^\{([^}]*)\}\s*$/.exec(names)?.[1];
  return listed?.split(",").every((name) => !name.trim() || name.trim().startsWith("type ")) ?? false;
}

function partOf(file: string): string {
  const [top, second] = file.split("/");
  return top === "src" && second ? second.replace(/\.ts$/, "") : "pipelines";
}

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const [from, to] = [partOf(file), partOf(target)];
  const may = allowed[from];
  if (from === to || may === "everything" || (to === "errors" && from !== "vietnamese")) return true;
  return may?.includes(to) || (typeOnly && typesOnly.some(([part, shape]) => part === from && shape.test(target)));
}

/** A way from `part` back to itself over the parts that it imports, or `null`. */
function cycleFrom(part: string, graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null {
  const ways: (readonly string[])[] = [[part]];
  const seen = new Set<string>();
  for (let way = ways.pop(); way; way = ways.pop()) {
    for (const next of graph.get(way.at(-1) ?? "") ?? []) {
      if (next === part) return [...way, next];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

describe("the folder table holds", () => {
  test("every part is in the table and in the README's", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const parts = new Set(files.map(partOf));
    expect([...parts].filter((part) => !(part in allowed))).toEqual([]);
    const folders = [...parts].filter((part) => files.some((file) => file.startsWith(`src/${part}/`)));
    expect(folders.filter((folder) => !readme.includes(`\`src/${folder}/\``))).toEqual([]);
  });

  test("imports point only where the table allows", () => {
    const violations = imports
      .filter((one) => !isAllowed(one))
      .map(({ file, target }) => {
        const may = [allowed[partOf(file)] ?? []].flat().join(", ") || "nothing of ours";
        return `${file} imports ${target}, but ${partOf(file)} may import only ${may}`;
      });
    expect(violations).toEqual([]);
  });

  test("parts do not import one another in a circle", () => {
    const graph = new Map<string, Set<string>>();
    for (const { file, target } of imports) {
      if (partOf(file) === partOf(target)) continue;
      graph.set(partOf(file), (graph.get(partOf(file)) ?? new Set()).add(partOf(target)));
    }
    const cycles = [...graph.keys()].map((part) => cycleFrom(part, graph)).filter((cycle) => cycle !== null);
    expect(cycles.map((cycle) => cycle.join(" → "))).toEqual([]);
  });
});

describe("the conventions hold", () => {
  const filesWith = (fault: (file: string, source: string) => boolean) =>
    [...sources].filter(([file, source]) => fault(file, source)).map(([file]) => file);

  test("only src/cli reads the environment", () => {
    const readers = filesWith((file, source) => !file.startsWith("src/cli/") && /process\.env|process\[/.test(source));
    expect(readers).toEqual([]);
  });

  test("nothing is exported by default", () => {
    expect(filesWith((_, source) => /^export default\b|^export \{[^}]*\bdefault\b/m.test(source))).toEqual([]);
  });

  test("no file holds more than 300 lines", () => {
    expect(filesWith((_, source) => source.split("\n").length > 301)).toEqual([]);
  });
});

test("imports are read as they are written", () => {
  const source = [
    'import { type A, type B } from "./a.js";',
    'import {\n  c,\n  type D,\n} from "../records/c.js";',
    'export * from "./e.js";',
    'import "./f.js";',
    'import { z } from "zod";',
    'const g = await import("./g.js");',
  ].join("\n");
  expect(importsOf("src/cli/x.ts", source).map(({ target, typeOnly }) => `${target} ${typeOnly}`)).toEqual([
    "src/cli/a.ts true",
    "src/records/c.ts false",
    "src/cli/e.ts false",
    "src/cli/f.ts false",
    "src/cli/g.ts false",
  ]);
});
