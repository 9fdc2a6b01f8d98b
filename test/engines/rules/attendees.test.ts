import { describe, expect, it } from "vitest";
import { draftAttendees } from "../../../src/engines/rules/attendees/index.js";
import { draftSessions } from "../../../src/engines/rules/sessions/index.js";
import { sessionRegions } from "../../../src/engines/rules/sessions/regions.js";
import { recognise } from "../../../src/mentions/recognise.js";
import { documentOf } from "../../support/documents.js";

const opening = "Sáng 18/7/2024, HĐND xã Tân Lý khóa III tổ chức kỳ họp thứ 15.";

/** The attendees of a session's news as a reader would list them. */
function attendeesOf(body: string, kind: "session_news" | "conference_news" | "resolution" = "session_news") {
  const text = `Kỳ họp thứ 15 HĐND xã Tân Lý\n${opening}\n${body}`.normalize("NFC");
  const mentions = recognise(documentOf(text, "2024-07-19"));
  const sessions = draftSessions(mentions, "session_news");
  return draftAttendees(mentions, { sessions, sessionAt: sessionRegions(mentions.reading, sessions), kind }).map(
    (attendee) => ({
      who: attendee.person
        ? mentions.get(attendee.person, "person")?.value.name
        : text.slice(attendee.group?.start, attendee.group?.end),
      titles: attendee.titles.map((words) => words.map(({ start, end }) => text.slice(start, end)).join(" ")),
      roles: attendee.roles,
      count: attendee.count ? mentions.get(attendee.count, "quantity")?.value.value : null,
      evidence: attendee.evidence.map(({ start, end }) => text.slice(start, end)),
    }),
  );
}

const whoDid = (body: string) => attendeesOf(body).map(({ who, roles }) => [who, roles.join(" ")]);

describe("attendees", () => {
  it("lists those who attend, with their posts", () => {
    const [first, second] = attendeesOf(
      "Dự kỳ họp có đồng chí Vũ Hữu Tài - HUV, Phó Chủ tịch UBND huyện; bà Mai Thị Sen, Chủ tịch UBMTTQ Việt Nam xã.",
    );
    expect(first).toMatchObject({
      who: "Vũ Hữu Tài",
      titles: ["HUV", "Phó Chủ tịch UBND huyện"],
      roles: ["participant"],
    });
    expect(second).toMatchObject({ who: "Mai Thị Sen", titles: ["Chủ tịch UBMTTQ Việt Nam xã"] });
  });

  it("takes the verb after a row of people for each of them", () => {
    expect(
      whoDid(
        "Các đồng chí: Lò Văn Hạ, Bí thư Đảng ủy, Chủ tịch HĐND xã; Cù Thị Bé, Phó Chủ tịch HĐND xã chủ tọa kỳ họp.",
      ),
    ).toEqual([
      ["Lò Văn Hạ", "chair"],
      ["Cù Thị Bé", "chair"],
    ]);
  });

  it("reads a list in lines of its own", () => {
    expect(
      whoDid("Chủ trì kỳ họp gồm có:\n- Đ/c Tô Văn Lực - Chủ tịch HĐND xã;\n- Đ/c Hồ Thị Nga - Phó Chủ tịch HĐND xã."),
    ).toEqual([
      ["Tô Văn Lực", "chair"],
      ["Hồ Thị Nga", "chair"],
    ]);
  });

  it("adds up what one person does, also under the given name alone", () => {
    const [chair, ...others] = attendeesOf(
      "Ông Đỗ Bá Thịnh - Chủ tịch HĐND xã chủ tọa kỳ họp. Ông Thịnh đề nghị UBND xã sớm triển khai.",
    );
    expect(others).toEqual([]);
    expect(chair).toMatchObject({ who: "Đỗ Bá Thịnh", roles: ["chair", "speaker"] });
    expect(chair?.evidence).toHaveLength(2);
  });

  it("splits groups where a new word for people begins", () => {
    expect(
      attendeesOf(
        "Dự kỳ họp có lãnh đạo UBND, UBMTTQ xã, trưởng các thôn; Thường trực HĐND huyện và 24/25 đại biểu HĐND xã.",
      ).map(({ who, count }) => [who, count]),
    ).toEqual([
      ["lãnh đạo UBND, UBMTTQ xã", null],
      ["trưởng các thôn", null],
      ["Thường trực HĐND huyện", null],
      ["đại biểu HĐND xã", 24],
    ]);
  });

  it("counts a group that speaks", () => {
    expect(whoDid("Tại kỳ họp, đại diện UBND xã trả lời các kiến nghị. Có 7 đại biểu tham gia chất vấn.")).toEqual([
      ["đại diện UBND xã", "speaker"],
      ["đại biểu tham gia chất vấn", "speaker"],
    ]);
  });

  it("leaves out who is elected, dismissed or only spoken of", () => {
    expect(
      whoDid(
        "Kỳ họp đã bầu ông Lý Văn Sài giữ chức Phó Chủ tịch UBND xã; miễn nhiệm đối với bà Từ Thị Quế, nguyên Phó Chủ tịch. Cử tri cảm ơn ông Bùi Văn Đa.",
      ),
    ).toEqual([]);
  });

  it("keeps a rank only where no post stands beside it", () => {
    expect(
      attendeesOf("Thiếu tá Phùng Bá Lộc, Trưởng Công an xã trả lời chất vấn. Đại úy Kha Văn Ín phát biểu.").map(
        ({ titles }) => titles,
      ),
    ).toEqual([["Trưởng Công an xã"], ["Đại úy"]]);
  });

  it("is empty for a resolution and for news without a meeting", () => {
    expect(attendeesOf("Dự kỳ họp có ông Vũ Hữu Tài.", "resolution")).toEqual([]);
    const text = "Ông Trần Văn Bốn, Trưởng thôn cho biết làng có 40 hộ trồng hoa.";
    expect(draftAttendees(recognise(documentOf(text)), { sessions: [], sessionAt: () => null, kind: "other" })).toEqual(
      [],
    );
  });

  it("lists whom a working meeting is with", () => {
    expect(whoDid("Chiều cùng ngày, xã có buổi làm việc với đại diện Công ty Nước sạch để bàn tuyến ống.")).toEqual([
      ["đại diện Công ty Nước sạch", "participant"],
    ]);
  });

  it("counts large groups, and those that a list is made up of", () => {
    expect(
      attendeesOf("Tham dự có hơn 1.200 đại biểu, bao gồm lãnh đạo các xã; 15 nhà đầu tư.").map(({ who, count }) => [
        who,
        count,
      ]),
    ).toEqual([
      ["đại biểu", 1200],
      ["lãnh đạo các xã", null],
      ["nhà đầu tư", 15],
    ]);
  });

  it("leaves out who will attend, or spoke elsewhere", () => {
    expect(whoDid("Các đại biểu dự kỳ họp sẽ được nghe 9 báo cáo.")).toEqual([]);
    expect(whoDid("Trước đó, Thường trực HĐND xã thông báo hoãn kỳ họp.")).toEqual([]);
  });
});
