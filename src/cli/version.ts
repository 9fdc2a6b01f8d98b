import { readFileSync } from "node:fs";

const manifest: { readonly version: string } = JSON.parse(
  readFileSync(new URL(import.meta.resolve("kyhop/package.json")), "utf8"),
);

/** The version of this installation. */
export const version = manifest.version;
