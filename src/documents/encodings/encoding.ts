/** What a text was found to be written in. */
export interface TextEncoding {
  /** as in the tables of this folder: `utf-8`, `windows-1258`, `tcvn3`… */
  readonly name: string;
  /** 0 to 1: declared by a mark or proven by the bytes is 1, else the share of words that are Vietnamese syllables */
  readonly confidence: number;
}
