import type { CleanDocument } from "../documents/document.js";
import type { Mentions } from "../mentions/mention.js";
import type { DocumentKind } from "../records/record.js";
import type { Reading } from "../vietnamese/text/reading.js";

/** What a pipeline is shown of a document to say whether it is its own. */
export interface Signals {
  readonly document: CleanDocument;
  readonly reading: Reading;
  readonly mentions: Mentions;
}

/** What is extracted from one kind of document, and how that kind is recognised. One file each in `pipelines/`. */
export interface Pipeline {
  readonly id: string;
  readonly kind: DocumentKind;
  /** How surely the document is of this kind, 0 (not at all) to 1; the surest pipeline takes the document. */
  match(signals: Signals): number;
  /** how figures are read from this kind of document */
  readonly figures: FigureProfile;
}

export interface FigureProfile {
  /** the class of a figure that no cue, section or period decides */
  readonly defaultClass: "target" | "achievement";
  /** every line is an item of a plan: headings and lists decide, not verbs */
  readonly listed: boolean;
  /** only figures of a known indicator or with a comparison are taken until the document proves to be a report */
  readonly cautious: boolean;
}
