import type { ChatBody } from "../support/openai-server-bodies.js";

/** What `generatedNews` tells, and under which words. */
const results = [
  /(tổng thu ngân sách xã) (?:đạt )?\[(n\d+) /g,
  /(Thu nhập bình quân đầu người) đạt \[(n\d+) /g,
  /([Tt]ỷ lệ hộ nghèo) (?:còn|xuống) \[(n\d+) /g,
  /(Giải quyết việc làm) cho \[(n\d+) /g,
  /(trồng mới) \[(n\d+) /g,
];

/** Answers about news of `generatedNews` as a good model would, from the marks that it was shown. */
export function answerToNews({ messages }: ChatBody): string {
  const [achievements = "", targets = ""] = (messages[1]?.content ?? "").split("Kỳ họp đề ra chỉ tiêu");
  return JSON.stringify({
    session: null,
    attendees: [],
    resolutions: [],
    blocks: [blockOf("achievement", achievements), blockOf("target", targets)],
  });
}

function blockOf(kind: string, text: string) {
  const found = results.flatMap((result) => [...text.matchAll(result)]);
  const figures = found.map(([, what, n]) => ({ n, what, vs: [] }));
  return { class: kind, period: null, figures, statuses: [] };
}

/** The figures that such news holds. */
export const figuresOfNews = 7;
/** Which news a request or a record is about. */
export const numberOfNews = (text: string): number => Number(/Tin số (\d+)\./.exec(text)?.[1]);
