import type { Record } from "../records/record.js";
import type { Review } from "./review.js";

/** A source, as an extractor met it. */
export interface Attempt {
  /** path or URL as given */
  readonly source: string;
  /** hash of all that the outcome depends on beside the extractor: the bytes, and the version of Kyhop; `null` where the source could not be read */
  readonly fingerprint: string | null;
  /** what says what numbers mean: "rules", or a model and its prompts in one word */
  readonly extractor: string;
  readonly runId: string;
  /** ISO 8601 */
  readonly at: string;
}

export interface Failure {
  readonly code: string;
  readonly reason: string;
  /** whether the same work may succeed later */
  readonly retryable: boolean;
}

/** How an attempt ended: with a record or with a reason. */
export type Outcome = Attempt & ({ readonly record: Record } | { readonly failure: Failure });

/** What saving an outcome changed. `unchanged` says the same but for the time of extraction. */
export type Saved = "inserted" | "updated" | "unchanged" | "failed";

/** What is known of a source under an extractor. */
export interface Known {
  readonly state: "done" | "failed";
  readonly fingerprint: string | null;
}

export interface FailureGroup {
  readonly code: string;
  readonly retryable: boolean;
  readonly count: number;
  /** the reason of the first one, by name of the source */
  readonly reason: string;
  /** some of the sources, in order */
  readonly sources: readonly string[];
}

export interface Run {
  readonly id: string;
  readonly extractor: string;
  readonly startedAt: string;
  /** `null` while it goes on, and where it was killed */
  readonly endedAt: string | null;
  /** why it ended before its documents did */
  readonly stopped: string | null;
}

/** Where a store stands. */
export interface Status {
  /** the last one that began */
  readonly run: Run | null;
  /** documents by how their last attempt ended */
  readonly done: number;
  readonly failed: number;
  readonly records: number;
  readonly targets: number;
  readonly achievements: number;
  /** US dollars, of the records that are kept */
  readonly costUsd: number;
}

/**
 * Where batches keep their documents and records. Each call is whole or not done at all, also when the process is
 * killed; several processes may work on one store.
 */
export interface Store {
  beginRun(run: Pick<Run, "id" | "extractor" | "startedAt">): Promise<void>;
  endRun(id: string, endedAt: string, stopped: string | null): Promise<void>;
  find(source: string, extractor: string): Promise<Known | null>;
  /**
   * Keeps outcomes. Saving one again changes nothing. Where sources hold one document, its record is that of the source
   * whose name comes first, in whatever order they are saved. A record that no source gives any more is taken away.
   * @returns what each changed, in the given order
   */
  save(outcomes: readonly Outcome[]): Promise<readonly Saved[]>;
  status(): Promise<Status>;
  /** By how often they happened. */
  failures(): Promise<readonly FailureGroup[]>;
  /** All records as they were extracted, in order of source, then of id. */
  records(): AsyncIterable<Record>;
  /** The reply that is kept under the name of a request, as it was given; `null` where there is none. */
  findReply(key: string): Promise<string | null>;
  /** In place of one that was kept before. */
  keepReply(key: string, reply: KeptReply): Promise<void>;
  saveReview(review: Review): Promise<void>;
  /** Of all records of a document, the oldest first. */
  reviewsOf(documentId: string): Promise<readonly Review[]>;
  close(): Promise<void>;
}

export interface KeptReply {
  readonly model: string;
  readonly json: string;
  /** ISO 8601 */
  readonly at: string;
}
