import { Lexicon } from "../../vietnamese/text/lexicon.js";

/** How the first sentence of a story begins, and titles seldom do. */
export const storyOpenings = Lexicon.of([
  ...[
    "sáng",
    "chiều",
    "tối",
    "trưa",
    "ngày",
    "hôm nay",
    "hôm qua",
    "vừa qua",
    "mới đây",
    "tuần qua",
    "đúng",
    "từ ngày",
  ],
  ...[
    "trong hai ngày",
    "trong ba ngày",
    "trong ngày",
    "trong các ngày",
    "trong 2 ngày",
    "trong 3 ngày",
    "vào lúc",
    "nhằm",
  ],
  ...["thực hiện", "trong khuôn khổ", "trong không khí", "trong khí thế", "trong chương trình"],
]);
