import { readFile } from "node:fs/promises";
import { z } from "zod";
import { KyhopError, systemCodeOf } from "../../../errors.js";
import { writeWhole } from "./whole-file.js";

/** A batch that was sent, so that whoever comes back later finds it. */
const SentBatch = z.strictObject({
  id: z.string().min(1),
  /** the URL of the API that has it */
  server: z.string(),
  model: z.string(),
  requests: z.int().nonnegative(),
  sentAt: z.iso.datetime(),
  /** whether a run has come to its end with it: what failed in it was told, and may be asked anew */
  told: z.boolean(),
});
export type SentBatch = z.infer<typeof SentBatch>;

const StateFile = z.strictObject({ version: z.literal(1), batches: z.array(SentBatch) });

/** The batches of a run, in a small file that outlives the process. */
export class BatchState {
  private constructor(
    readonly path: string,
    private readonly batches: SentBatch[],
  ) {}

  /** @throws KyhopError LLM_BATCH_STATE */
  static async open(path: string): Promise<BatchState> {
    try {
      return new BatchState(path, StateFile.parse(JSON.parse(await readFile(path, "utf8"))).batches);
    } catch (error) {
      if (systemCodeOf(error) === "ENOENT") return new BatchState(path, []);
      const where = error instanceof z.ZodError ? error.issues[0]?.path.join(".") : systemCodeOf(error);
      throw new KyhopError("LLM_BATCH_STATE", { path, reason: where || "it is no JSON of ours" });
    }
  }

  /** Those that one server has for one model, in the order in which they were sent. */
  of(server: string, model: string): readonly SentBatch[] {
    return this.batches.filter((batch) => batch.server === server && batch.model === model);
  }

  async add(batch: SentBatch): Promise<void> {
    if (this.batches.some(({ id }) => id === batch.id)) return;
    this.batches.push(batch);
    await this.#write();
  }

  /** The server does not know it any more. */
  async forget(id: string): Promise<void> {
    await this.#replace((batch) => (batch.id === id ? [] : [batch]));
  }

  /** The run has come to its end with these. */
  async conclude(ids: ReadonlySet<string>): Promise<void> {
    await this.#replace((batch) => [ids.has(batch.id) ? { ...batch, told: true } : batch]);
  }

  async #replace(change: (batch: SentBatch) => readonly SentBatch[]): Promise<void> {
    this.batches.splice(0, this.batches.length, ...this.batches.flatMap(change));
    await this.#write();
  }

  #write(): Promise<void> {
    return writeWhole(this.path, { version: 1, batches: this.batches });
  }
}
