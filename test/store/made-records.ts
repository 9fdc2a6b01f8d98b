import { documentId } from "../../src/records/document-id.js";
import type { Figure } from "../../src/records/figure.js";
import { Record } from "../../src/records/record.js";
import type { Outcome } from "../../src/store/store.js";

/** A record with one session, one attendee, one resolution and so many figures, of which each second has a comparison. */
export function madeRecord(source: string, text = `Văn bản ${source}`, figures = 2): Record {
  const evidence = { start: 0, end: 3, quote: text.slice(0, 3) };
  const figure = (n: number): Figure => ({
    indicator: `Thu ngân sách ${n}`,
    indicatorCode: null,
    value: n * 1_000_000_000.5,
    valueMax: null,
    outOf: null,
    unit: "VND",
    comparator: "eq",
    measure: "level",
    status: null,
    period: { label: "năm 2024", start: "2024-01-01", end: "2024-12-31" },
    comparisons:
      n % 2 === 0
        ? []
        : [
            {
              basis: "plan",
              type: "ratio",
              percent: 110,
              value: null,
              comparator: "eq",
              setBy: null,
              text: "bằng 110%",
            },
          ],
    area: null,
    sessionId: "s1",
    evidence,
    verified: n % 3 !== 0,
  });
  const all = Array.from({ length: figures }, (_, n) => figure(n));
  const title = `Kỳ họp của ${source}`;
  return Record.parse({
    schemaVersion: "1",
    document: {
      id: documentId(text),
      source,
      kind: "session_news",
      title,
      author: null,
      publisher: null,
      publishedAt: "2024-07-20",
      text,
    },
    sessions: [
      {
        id: "s1",
        kind: "council_session",
        name: "kỳ họp thứ 2",
        form: null,
        number: 2,
        term: null,
        mandate: null,
        body: null,
        date: null,
        place: null,
        purpose: null,
        evidence: [evidence],
      },
    ],
    attendees: [
      {
        name: "Hà Công Tuyển",
        group: null,
        count: null,
        outOf: null,
        titles: ["Bí thư", "Chủ tịch HĐND"],
        roles: ["chair"],
        sessionId: "s1",
        evidence: [evidence],
      },
    ],
    resolutions: [],
    targets: all.slice(0, Math.ceil(figures / 2)),
    achievements: all.slice(Math.ceil(figures / 2)),
    problems: [],
    provenance: {
      engine: "rules",
      model: null,
      pipeline: "session-news",
      promptVersion: null,
      tokens: { input: 0, output: 0, cached: 0 },
      costUsd: 0,
      extractedAt: "2026-11-25T00:00:00.000Z",
    },
  } satisfies Record);
}

const attempt = { fingerprint: "f1", extractor: "rules", runId: "r1", at: "2026-11-25T00:00:00.000Z" };

/** A document that was done. */
export function done(record: Record, fingerprint = "f1"): Outcome {
  return { ...attempt, source: record.document.source, fingerprint, record };
}

/** A document that failed. */
export function failed(source: string, code = "DOCUMENT_EMPTY", retryable = false): Outcome {
  return { ...attempt, source, failure: { code, reason: `${source} failed`, retryable } };
}
