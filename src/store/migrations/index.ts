import type { Migration } from "kysely";
import { initial } from "./2026-11-25-initial.js";
import { repliesAndReviews } from "./2026-11-25-replies-and-reviews.js";

/** Every change of the schema, oldest first. A migration that has landed is never edited: add a new one below. */
export const migrations: Readonly<{ [name: string]: Migration }> = {
  "2026-11-25-initial": initial,
  "2026-11-25-replies-and-reviews": repliesAndReviews,
};
