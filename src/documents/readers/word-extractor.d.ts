declare module "word-extractor" {
  /** Reads Word documents of before 2007. */
  class WordExtractor {
    extract(source: Buffer): Promise<{ getBody(options: { filterUnicode: boolean }): string }>;
  }
  export = WordExtractor;
}
