import type { Span } from "../../vietnamese/text/span.js";

/** Words of a document's text, and where they stand in it (UTF-16 code units). Lines that are read as one are joined by a space. */
export interface Passage extends Span {
  readonly text: string;
}

export type UnitKind = "phần" | "chương" | "mục" | "tiểu mục" | "điều" | "đoạn" | "khoản" | "điểm";

/** A part of a paper's body with its parts: Điều 2 → khoản 1 → điểm a. It reaches to where the next begins. */
export interface Unit extends Span {
  readonly kind: UnitKind;
  /** its number or letter: "2", "IV", "2.1", "đ" */
  readonly mark: string;
  /** what its first line says behind the mark */
  readonly heading: Passage;
  readonly parts: readonly Unit[];
}

/** What a paper does to another. */
export interface Amendment {
  readonly action: "amends" | "repeals" | "replaces";
  /** the other's number: "12/2020/NQ-HĐND" */
  readonly number: string;
  readonly evidence: Passage;
}

/** A page behind a paper's signature that belongs to it. */
export interface Annex extends Span {
  readonly title: Passage;
  /** the rows of its tables of figures */
  readonly rows: readonly Span[];
}

/** An official paper by the layout of Decree 30/2020/NĐ-CP. What it does not print is `null` or empty. */
export interface Paper {
  /** its kind as printed: "NGHỊ QUYẾT" */
  readonly kind: Passage;
  readonly issuer: Passage | null;
  readonly number: Passage | null;
  readonly place: Passage | null;
  /** ISO day */
  readonly date: string | null;
  /** trích yếu: what it is about */
  readonly summary: Passage | null;
  /** căn cứ: what it rests on, and what was examined, a line each */
  readonly grounds: readonly Passage[];
  readonly body: readonly Unit[];
  readonly amendments: readonly Amendment[];
  /** nơi nhận: whom it is sent to */
  readonly recipients: readonly Passage[];
  readonly signer: Signer | null;
  readonly annexes: readonly Annex[];
}

export interface Signer {
  /** for whom or in whose place: "TM. HỘI ĐỒNG NHÂN DÂN" */
  readonly authority: Passage | null;
  readonly post: Passage | null;
  readonly name: Passage | null;
}
