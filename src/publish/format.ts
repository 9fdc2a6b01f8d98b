import type { Record } from "../records/record.js";

/** Where the text of a file goes. */
export interface Sink {
  write(text: string): Promise<void>;
}

/** A form in which records are published. */
export interface Format {
  /** the files that it is made of, in a folder; `null` where it is one file, whose name the user gives */
  readonly files: readonly string[] | null;
  /**
   * Writes the records in the order in which they come.
   * @param open the sink of one of `files`; of the one file where it is `null`
   */
  write(records: AsyncIterable<Record>, open: (file: string) => Promise<Sink>): Promise<void>;
}
