import { describe, expect, it } from "vitest";
import type { DraftSession } from "../../src/engines/draft.js";
import { verifyRecord } from "../../src/grounding/verify.js";
import { type DraftWriter, groundDraft } from "./hand-drafts.js";

/** The record of a text of one session, drafted by quoting it. */
function recordOf(text: string, session: (write: DraftWriter) => Partial<DraftSession>, source = "tin.txt") {
  const draft = (write: DraftWriter): DraftSession => ({
    kind: "council_session",
    name: [write.span("kỳ họp")],
    form: null,
    number: null,
    term: null,
    mandate: null,
    body: null,
    area: null,
    dates: [],
    days: null,
    place: null,
    purpose: null,
    evidence: [{ start: 0, end: text.length }],
    ...session(write),
  });
  return groundDraft(text, (write) => ({ sessions: [draft(write)] }), source);
}

describe("who meets", () => {
  it("has the place that the text names elsewhere", () => {
    const record = recordOf("Tin xã Lũng Vài: HĐND xã tổ chức kỳ họp.", (write) => ({
      body: write.id("body", "HĐND xã"),
      area: write.id("area", "xã Lũng Vài"),
    }));
    expect(record.sessions[0]?.body).toMatchObject({
      name: "HĐND xã Lũng Vài",
      area: { type: "xã", name: "Lũng Vài" },
    });
    expect(record.problems).toEqual([]);
  });

  it("has the province whose office published the text, its name as printed", () => {
    const record = recordOf(
      "HĐND tỉnh tổ chức kỳ họp.",
      (write) => ({ body: write.id("body", "HĐND tỉnh") }),
      "https://hdnd.hagiang.gov.vn/tin/1.html",
    );
    expect(record.sessions[0]?.body).toMatchObject({ name: "HĐND tỉnh", area: { type: "tỉnh", name: "Hà Giang" } });
    expect(record.problems).toEqual([]);
  });

  it("takes no place of another type", () => {
    const record = recordOf("Tin huyện Đà Sơn: HĐND xã tổ chức kỳ họp.", (write) => ({
      body: write.id("body", "HĐND xã"),
      area: write.id("area", "huyện Đà Sơn"),
    }));
    expect(record.sessions[0]?.body).toMatchObject({ name: "HĐND xã", area: null });
  });

  it("may be the place itself", () => {
    const record = recordOf("Phường Bến Tre Đông mở kỳ họp.", (write) => ({
      area: write.id("area", "Phường Bến Tre Đông"),
    }));
    expect(record.sessions[0]?.body).toMatchObject({ name: "phường Bến Tre Đông", type: "phường" });
    expect(record.problems).toEqual([]);
  });

  it("is held against the text again", () => {
    const record = recordOf("Tin xã Lũng Vài: HĐND xã tổ chức kỳ họp.", (write) => ({
      body: write.id("body", "HĐND xã"),
      area: write.id("area", "xã Lũng Vài"),
    }));
    const [session] = record.sessions;
    if (!session?.body?.area) throw new Error("no body");
    const area = { ...session.body.area, name: "Lũng Tài" };
    const falsified = {
      ...record,
      sessions: [{ ...session, body: { ...session.body, name: "HĐND xã Lũng Tài", area } }],
    };
    expect(verifyRecord(falsified)).toMatchObject([{ path: "sessions[0]", code: "NOT_IN_TEXT" }]);
  });
});

describe("the first day of a session of which the last is told", () => {
  const text = "Chiều 5/7/2024, kỳ họp bế mạc sau 3 ngày làm việc.";
  const record = recordOf(text, (write) => ({
    dates: [write.id("date", "5/7/2024")],
    days: write.span("sau 3 ngày làm việc"),
  }));

  it("is reckoned from its length, at no time of day", () => {
    expect(record.sessions[0]?.date).toEqual({ start: "2024-07-03", end: "2024-07-05", partOfDay: null });
    expect(record.problems).toEqual([]);
  });

  it("is held against the text again", () => {
    const [session] = record.sessions;
    if (!session?.date) throw new Error("no date");
    const falsified = { ...record, sessions: [{ ...session, date: { ...session.date, start: "2024-07-02" } }] };
    expect(verifyRecord(falsified)).toMatchObject([{ path: "sessions[0]", code: "NOT_IN_TEXT" }]);
  });

  it("is a problem where the words tell no length", () => {
    const wrong = recordOf(text, (write) => ({ dates: [write.id("date", "5/7/2024")], days: write.span("bế mạc") }));
    expect(wrong.sessions[0]?.date).toMatchObject({ start: "2024-07-05", partOfDay: "afternoon" });
    expect(wrong.problems).toMatchObject([{ code: "EMPTY_WORDS" }]);
  });
});
