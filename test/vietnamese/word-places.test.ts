import { describe, expect, it } from "vitest";
import { Lexicon } from "../../src/vietnamese/text/lexicon.js";
import { read } from "../../src/vietnamese/text/reading.js";
import { matchesAt, phrasesIn } from "../../src/vietnamese/text/word-places.js";
import { periodForms } from "../../src/vietnamese/time/period-forms.js";

/** One text with every form of period, each also with the words that may open it. */
const periods = read(
  `6 tháng đầu năm 2024; sáu tháng cuối năm; mười hai tháng năm 2023; lũy kế 9 tháng; trong 6 tháng qua; những tháng cuối năm; lũy kế đến tháng 5/2024; tình hình chín tháng; nửa đầu năm 2022;
  quý I, II/2021; quý 3 năm 2020; tháng 7/2024; các tháng 7, 8 và 9; 03 tháng 10, 11, 12; tháng 1 và tháng 2 năm 2020;
  từ tháng 3 đến hết tháng 6/2023; cả năm 2019; các năm 2018, 2019; những năm 2015 và 2016; năm 2024; cả năm ước đạt;
  5 năm 2016-2020; năm năm (2021-2025); từ năm 2015 đến năm 2020; từ đầu năm đến nay; từ năm 2010 đến nay;
  giai đoạn 2021-2025; thời kỳ 2011 - 2020; chu kỳ 2019-2021; nhiệm kỳ 2020 - 2025; năm học 2023-2024; từ nay đến năm 2030;
  tính đến hết quý II/2024; chốt đến tháng 9 năm 2024; đến cuối năm; từ nay đến cuối năm; đầu năm 2021; giữa năm 2021;
  trước năm 2021; sau năm 2021; sáu tháng của huyện; nhiệm kỳ vừa qua`,
);

describe("rules that are tried at their openings only", () => {
  it.each(periodForms.map((form) => [form.rule, form] as const))(
    "find what a search of every letter finds: %s",
    (_, form) => {
      const everywhere = [...periods.folded.matchAll(new RegExp(form.pattern.source, "gu"))].map(({ index }) => index);
      expect(everywhere).not.toHaveLength(0);
      expect(matchesAt(periods, form.openings, form.pattern).map(({ index }) => index)).toEqual(everywhere);
    },
  );

  it("find the phrases of a lexicon as it finds them itself", () => {
    const lexicon = Lexicon.of(["kỳ họp", "kỳ họp thứ nhất", "thứ nhất", "họp"]);
    const text = read("Kỳ  họp thứ nhất, kỳ họp, cuộc họp và thứ nhất.");
    expect(phrasesIn(text, lexicon)).toEqual(lexicon.matchAll(text));
  });
});
