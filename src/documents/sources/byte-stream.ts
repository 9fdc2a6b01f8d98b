import { KyhopError } from "../../errors.js";

/** Bytes that come in pieces, read in order with a look ahead; no more is held than was looked at. */
export class ByteStream {
  /** of the next byte, from the beginning of the source */
  offset: number;
  private readonly pieces: AsyncIterator<Uint8Array>;
  private held = Buffer.alloc(0);
  private ended = false;

  constructor(source: AsyncIterable<Uint8Array>, start = 0) {
    this.pieces = source[Symbol.asyncIterator]();
    this.offset = start;
  }

  /** The next bytes, left in the stream: at least `length`, fewer only where it ends. */
  async peek(length: number): Promise<Buffer> {
    if (this.held.length >= length || this.ended) return this.held;
    const parts: Uint8Array[] = [this.held];
    let size = this.held.length;
    for (let piece = await this.next(); piece; piece = await this.next()) {
      parts.push(piece);
      size += piece.length;
      if (size >= length) break;
    }
    this.held = Buffer.concat(parts, size);
    return this.held;
  }

  /** Passes over the next bytes; gives how many there were. */
  async skip(length: number): Promise<number> {
    let skipped = 0;
    for (;;) {
      const here = Math.min(length - skipped, this.held.length);
      this.held = this.held.subarray(here);
      this.offset += here;
      skipped += here;
      if (skipped === length) return skipped;
      const piece = await this.next();
      if (!piece) return skipped;
      this.held = Buffer.from(piece);
    }
  }

  /** All that is left, piece by piece. */
  async *rest(): AsyncGenerator<Buffer, void, void> {
    for (let piece = await this.peek(1); piece.length > 0; piece = await this.peek(1)) {
      await this.skip(piece.length);
      yield piece;
    }
  }

  /**
   * All that is left, in one.
   * @throws KyhopError DOCUMENT_TOO_LARGE
   */
  async all(address: string, limit: number): Promise<Buffer> {
    const held = await this.peek(limit + 1);
    if (held.length > limit) {
      throw new KyhopError("DOCUMENT_TOO_LARGE", { path: address, size: `more than ${limit}`, limit });
    }
    await this.skip(held.length);
    return held;
  }

  /** Lets go of the source. */
  async close(): Promise<void> {
    this.ended = true;
    await this.pieces.return?.();
  }

  private async next(): Promise<Uint8Array | null> {
    if (this.ended) return null;
    const { value, done } = await this.pieces.next();
    this.ended = done === true;
    return done ? null : value;
  }
}
