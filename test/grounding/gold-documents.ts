import { readdirSync, readFileSync } from "node:fs";
import { cleanText } from "../../src/documents/clean.js";
import type { CleanDocument } from "../../src/documents/document.js";
import type { Draft } from "../../src/engines/draft.js";
import type { Mentions } from "../../src/mentions/mention.js";
import { recognise } from "../../src/mentions/recognise.js";
import type { DocumentKind, Provenance, Record } from "../../src/records/record.js";
import { draftFromGold } from "./gold-draft.js";

/** A document of the fixtures with the draft that its gold record stands for. */
export interface GoldDocument {
  readonly name: string;
  readonly document: CleanDocument;
  readonly kind: DocumentKind;
  readonly mentions: Mentions;
  readonly draft: Draft;
}

/** A gold record is a record whose evidence has quotes only. */
export interface Gold extends Omit<Record, "document"> {
  readonly source: string;
  readonly document: Pick<Record["document"], "kind" | "title" | "publishedAt" | "publisher">;
}

export const provenance: Provenance = {
  engine: "rules",
  model: null,
  pipeline: "session-news",
  promptVersion: null,
  tokens: { input: 0, output: 0, cached: 0 },
  costUsd: 0,
  extractedAt: "2026-01-01T00:00:00.000Z",
};

/** Every document of `fixtures/documents` that has gold. */
export function goldDocuments(): readonly GoldDocument[] {
  return readdirSync("fixtures/gold")
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const gold = JSON.parse(readFileSync(`fixtures/gold/${name}`, "utf8")) as Gold;
      const document = cleanText(readFileSync(`fixtures/documents/${gold.source}`, "utf8"), gold.source);
      const mentions = recognise(document);
      return { name, document, kind: gold.document.kind, mentions, draft: draftFromGold(document.text, mentions, gold) };
    });
}
