import type { KyhopError } from "../../errors.js";
import { printable } from "./printable.js";

/** The part of a stream that messages need; `columns` is known of terminals. */
export interface MessageStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What the command says beside its results: on stderr, progress only where a person looks on. */
export class Messages {
  private shown = false;

  constructor(private readonly stream: MessageStream) {}

  /** Whether a person looks on. */
  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  /** A line that stays. */
  tell(line: string): void {
    this.clear();
    this.stream.write(`${printable(line)}\n`);
  }

  /** Tells why a document failed. */
  tellFailure(path: string, error: KyhopError): void {
    this.tell(`${path}: ${error.code} ${error.message}`);
  }

  /** A line that the next one replaces. */
  progress(line: string): void {
    if (!this.stream.isTTY) return;
    this.shown = true;
    this.stream.write(`\r${printable(line).slice(0, (this.stream.columns ?? 80) - 1)}\u001B[K`);
  }

  /** Takes the progress away, so that results may be written over it. */
  clear(): void {
    if (this.shown) this.stream.write("\r\u001B[K");
    this.shown = false;
  }
}
