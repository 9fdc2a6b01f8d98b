import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type ChatBody, errorBody, type GivenAnswer } from "./openai-server-bodies.js";

/** A line of a file of requests, as OpenAI documents it: one request, and nothing else beside it. */
const Line = z.strictObject({
  custom_id: z.string().min(1).max(64),
  method: z.literal("POST"),
  url: z.literal("/v1/chat/completions"),
  body: z.custom<ChatBody>((body) => typeof body === "object"),
});

/**
 * What becomes of a line of a batch: an answer, an error in the file of errors, nothing at all, or the end of the
 * day in which it should have been worked on, which is the end of the whole batch.
 */
export type LineOutcome = GivenAnswer | "error" | "missing" | "expired";

type BatchObject = Readonly<Record<string, unknown>> & { readonly id: string };

/** Files and batches, kept in memory. A batch is done at its `polls`th look, or as soon as it may be. */
export class BatchStore {
  readonly files = new Map<string, string>();
  readonly #batches = new Map<string, { batch: BatchObject; looks: number }>();
  readonly #polls: number | (() => boolean);
  readonly #outcome: (id: string, body: ChatBody) => LineOutcome;
  readonly #answered: (body: ChatBody, answer: GivenAnswer) => object;

  /** @param answered the body of an answer, which the server counts */
  constructor(
    polls: number | (() => boolean),
    outcome: (id: string, body: ChatBody) => LineOutcome,
    answered: (body: ChatBody, answer: GivenAnswer) => object,
  ) {
    this.#polls = polls;
    this.#outcome = outcome;
    this.#answered = answered;
  }

  get sizes(): readonly number[] {
    return [...this.#batches.values()].map(({ batch }) => this.#linesOf(batch).length);
  }

  addFile(content: string): object {
    const id = `file-${randomUUID()}`;
    this.files.set(id, content);
    const bytes = Buffer.byteLength(content);
    return { id, object: "file", bytes, created_at: 1, filename: "requests.jsonl", purpose: "batch" };
  }

  create(given: { input_file_id: string; metadata?: object }): BatchObject {
    const id = `batch_${randomUUID()}`;
    const batch = { id, object: "batch", ...given, status: "validating", created_at: 1 };
    this.#batches.set(id, { batch, looks: 0 });
    return batch;
  }

  list(): object {
    const data = [...this.#batches.values()].map(({ batch }) => batch).reverse();
    return { object: "list", data, has_more: false };
  }

  look(id: string): BatchObject | null {
    const known = this.#batches.get(id);
    if (!known) return null;
    known.looks += 1;
    if (known.batch["output_file_id"] === undefined && known.batch["error_file_id"] === undefined) {
      const isDone = typeof this.#polls === "number" ? known.looks >= this.#polls : this.#polls();
      known.batch = isDone ? this.#finish(known.batch) : { ...known.batch, status: "in_progress" };
    }
    return known.batch;
  }

  /** Results come in another order than the requests, as the API warns. */
  #finish(batch: BatchObject): BatchObject {
    const lines = this.#linesOf(batch).reverse();
    const outputs: object[] = [];
    const errors: object[] = [];
    let status = "completed";
    for (const { custom_id, body } of lines) {
      const outcome = this.#outcome(custom_id, body);
      if (outcome === "missing") continue;
      if (outcome === "expired") {
        status = "expired";
        errors.push(expiredLine(custom_id));
      } else if (outcome === "error") {
        errors.push(resultLine(custom_id, 400, errorBody("Unknown role", "invalid_request_error")));
      } else outputs.push(resultLine(custom_id, 200, this.#answered(body, outcome)));
    }
    const request_counts = { total: lines.length, completed: outputs.length, failed: lines.length - outputs.length };
    const files = {
      ...(outputs.length > 0 ? { output_file_id: this.#save(outputs) } : {}),
      ...(errors.length > 0 ? { error_file_id: this.#save(errors) } : {}),
    };
    return { ...batch, ...files, request_counts, status, [`${status}_at`]: 2 };
  }

  #linesOf(batch: BatchObject): z.infer<typeof Line>[] {
    const lines = (this.files.get(String(batch["input_file_id"])) ?? "").split("\n");
    return lines.map((line) => Line.parse(JSON.parse(line)));
  }

  #save(lines: readonly object[]): string {
    const id = `file-${randomUUID()}`;
    this.files.set(id, lines.map((line) => JSON.stringify(line)).join("\n"));
    return id;
  }
}

function resultLine(custom_id: string, status_code: number, body: object): object {
  return { id: `batch_req_${custom_id}`, custom_id, response: { status_code, request_id: "r", body }, error: null };
}

function expiredLine(custom_id: string): object {
  const message = "This request could not be executed before the completion window expired.";
  return { id: `batch_req_${custom_id}`, custom_id, response: null, error: { code: "batch_expired", message } };
}
