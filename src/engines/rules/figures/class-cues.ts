import { swift, wordStart } from "../../../vietnamese/text/patterns.js";
import { wholeWords, wordList } from "../words.js";

/** What is aimed at. */
const targetWords = wordList(`
  phấn đấu; phần đấu; mục tiêu; chỉ tiêu cụ thể; chỉ tiêu chủ yếu; các chỉ tiêu; chỉ tiêu; đặt ra; dự kiến; sẽ;
  đề ra; phương hướng; nhiệm vụ trọng tâm; dự toán; phân bổ; đặt mục tiêu; tiếp tục phấn đấu; kế hoạch;
  định hướng; yêu cầu; giao chỉ tiêu; nhiệm vụ, giải pháp; thông qua; quyết nghị; phân đấu; kỳ vọng; hướng tới;
  cam kết; đồng ý hỗ trợ; tầm nhìn; đăng ký
`);

/** Words that set a target whatever else stands in the sentence. */
export const strongTarget = wholeWords(
  wordList(`
  phấn đấu; phần đấu; phân đấu; mục tiêu là; mục tiêu đến; với mục tiêu; mục tiêu cụ thể; các mục tiêu;
  chỉ tiêu cụ thể; đặt mục tiêu; dự kiến; sẽ; chỉ tiêu chủ yếu; các chỉ tiêu chủ yếu; đồng ý hỗ trợ; hướng tới;
  tầm nhìn; đề ra chỉ tiêu; đề ra kế hoạch; đề ra các chỉ tiêu; đề ra mục tiêu; một số chỉ tiêu; các chỉ tiêu; dự toán thu;
  dự toán chi; tổng chỉ tiêu; giao bổ sung
`),
  "g",
);

export const weakTarget = wholeWords(targetWords);

const doneWords = wordList(`
  ước đạt; ước thực hiện; đạt được; so với cùng kỳ; cùng kỳ; kết quả; ước; lũy kế; tính đến; đến nay; hiện nay;
  trong năm qua; thời gian qua; nhiệm kỳ qua; vừa qua
`);

/** What has been done. "Bảo vệ rừng hiện có: 107 ha" is told of what there is, and may be a target. */
export const strongDone = swift(
  `${wholeWords(doneWords).source}|${wordStart}hiện có(?!\\p{L}| ?:)|${wordStart}sau (?:hơn |gần )?\\d{1,2} (?:năm|tháng)(?: \\p{L}+){0,3} thực hiện(?!\\p{L})`,
  "g",
);

/** "đã" also stands within indicators ("lao động đã qua đào tạo"), so it does not leave a list of targets. */
export const weakDone = wholeWords(["đã"]);

export const heldToPlan = /(?:đạt|bằng|hoàn thành|vượt) [^,;.]{0,30}(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)/;

/** What a session decides is a target: "theo Nghị quyết, tổng thu …", "HĐND thống nhất đầu tư …". */
export const decided = swift(
  /(?:^|[.;:,] )theo (?:đó, )?nghị quyết|(?<!\p{L})theo nghị quyết(?! (?:số )?\d)|(?<!\p{L})phân bổ (?:cho|để)(?!\p{L})|(?<!\p{L})nghị quyết (?:cũng )?(?:xác định|nêu rõ|đề ra|quy định|giao)|(?<!\p{L})(?:hđnd|kỳ họp|đại biểu)(?!\p{L})[^.;]{0,60}(?:thống nhất|thông qua|quyết nghị|quyết định|phê chuẩn|phê duyệt)(?!\p{L})/u,
);

/** A resolution on money has been passed; what follows is what it allots. */
export const allots = swift(
  /(?<!\p{L})(?:thông qua|phê chuẩn)(?!\p{L})[^.;:]{0,30}(?<!\p{L})(?:nghị quyết|nq)(?!\p{L})[^.;:]{0,40}(?<!\p{L})(?:dự toán|phân bổ|kế hoạch vốn|đầu tư công)(?!\p{L})[^;:]*$/u,
);

/** The opening of a report names what it looks back on and what it plans, and decides neither. */
export const announces = swift(
  /(?<!\p{L})(?:tổ chức|diễn ra|khai mạc|bế mạc|tiến hành|chủ trì)(?!\p{L})[^.]{0,120}(?<!\p{L})(?:kỳ họp|hội nghị|phiên họp|buổi|tổng kết|sơ kết|đại hội)(?!\p{L})|(?<!\p{L})(?:kỳ họp|hội nghị|phiên họp)(?!\p{L})[^.]{0,80}(?<!\p{L})(?:nhằm|để|đánh giá|xem xét)(?!\p{L})|(?<!\p{L})(?:nghe|trình bày|thông qua|thảo luận)(?!\p{L})[^.;:]{0,60}(?<!\p{L})báo cáo(?!\p{L})[^.;:]{0,160}(?<!\p{L})(?:phương hướng|nhiệm vụ|kế hoạch)(?!\p{L})[^:]*$/u,
);

export const fulfilled = swift(
  /(?<!\p{L})(?<!(?:phấn đấu|để|nhằm|quyết tâm|phải|cần|tập trung|tiếp tục) )(?:hoàn thành|đạt|thực hiện)(?: (?:và|vượt|sớm|tốt|thắng lợi|xuất sắc|cơ bản|đạt|được|toàn diện|vượt mức)){0,3} (?:các |một số |hầu hết các |nhiều |tất cả các |\d+(?:\/\d+)? )?(?:mục tiêu|chỉ tiêu|kế hoạch)|(?:các |toàn bộ |\d+(?:\/\d+)? )(?:\d+ )?chỉ tiêu[^.;:]{0,70} (?:đều|cơ bản)(?: cơ bản)? (?:đạt|hoàn thành|vượt)(?!\p{L})/u,
);

export const fulfilledWords = swift(fulfilled.source, "g");

export const aims = swift(
  /(?<!\p{L})(?:phấn đấu|phần đấu|phân đấu|mục tiêu cụ thể|chỉ tiêu cụ thể|chỉ tiêu chủ yếu|phương hướng|đặt mục tiêu|mục tiêu (?:là|đến|phấn đấu|năm|tổng quát)|(?:đề ra|đặt ra|xác định|giao(?! chỉ tiêu (?:thi đua|đến|tới|cho|về))|thông qua) (?:các |một số |\d+ )?(?:nhóm )?(?:chỉ tiêu|mục tiêu)|chỉ tiêu[^:.;]{0,60}:)(?!\p{L})/u,
);

export const tells = swift(
  /(?<!\p{L})(?:kết quả|ước đạt|đã đạt được|cụ thể như|đạt được (?:những|nhiều|các)|năm qua|thời gian qua|nhiệm kỳ qua)(?!\p{L})/u,
);

export const targetHeading = wholeWords(
  wordList(`
  chỉ tiêu; mục tiêu; phấn đấu; phương hướng; dự toán; kế hoạch; nhiệm vụ; phân bổ; phân đấu; phần đấu; dự kiến
`),
  "g",
);

export const doneHeading = wholeWords(
  wordList(`
  kết quả; đạt được; tình hình thực hiện; đã đạt; thực hiện nhiệm vụ; nổi bật; đánh giá; quyết toán
`),
  "g",
);

/** Some word of the patterns that decide on a sentence: most sentences hold none, and need not be looked at further. */
export const decisive =
  /phấn đấu|phần đấu|phân đấu|mục tiêu|chỉ tiêu|phương hướng|kết quả|ước đạt|đạt được|cụ thể như|năm qua|thời gian qua|nhiệm kỳ qua|kế hoạch|dự toán|phân bổ|đầu tư công/;
