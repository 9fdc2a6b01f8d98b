import { Lexicon } from "../../vietnamese/text/lexicon.js";

/**
 * What a phrase of a portal's page is:
 * - `page`: a button, counter or widget, never a story's words;
 * - `filler`: a word that stands beside these, and says nothing alone;
 * - `menu`: a name of a section, which a story may use too: it is one only above the title;
 * - `date`: a word that stands around the day of publication.
 */
export type PhraseKind = "page" | "filler" | "menu" | "date";

const phrases: Readonly<Record<PhraseKind, string>> = {
  page: `
    truy cập nội dung luôn | skip to content | skip to main content | skip ribbon commands | bỏ qua nội dung |
    turn on more accessible mode | turn off more accessible mode | turn off animations | chuyển đến nội dung |
    xem với cỡ chữ | mặc định cỡ chữ | cỡ chữ | đọc bài viết | nghe bài viết | nghe đọc bài | a- | a+ | a - |
    a + | tương phản | màu nền | kiểu chữ | in bài viết | in ra | in trang | bản in | print | gửi email |
    gửi mail | gửi bài viết qua email | gửi bài viết | lưu bài viết | lưu bài viết này | sao chép liên kết |
    sao chép | copy link | chia sẻ | chia sẻ bài viết | share | facebook | zalo | twitter | tweet | messenger |
    linkedin | youtube | tiktok | telegram | pinterest | theo dõi chúng tôi | theo dõi trên google news |
    google news | rss | lượt xem | số lượt xem | lượt đọc | số lần đọc | số lần xem | đã xem | views | view | view count |
    lượt thích | lượt tải | đang online | đang truy cập | lượt truy cập | số lượt truy cập | tổng lượt truy cập |
    tổng số lượt truy cập | tổng truy cập | thống kê truy cập | khách viếng thăm | máy chủ tìm kiếm |
    thông tin thời tiết | tỷ giá | tỷ giá ngoại tệ | liên kết website | chọn liên kết | liên kết web |
    thăm dò ý kiến | không tìm thấy video nào | responsive image | minh họa ảnh | ảnh minh họa | hình minh họa |
    hình từ internet | ảnh internet | nguồn internet | ảnh tư liệu | img | play | pause | mute | unmute |
    play video | your browser does not support the video tag | your browser does not support the audio element |
    tổng số điểm của bài viết là | xếp hạng | phiếu bầu | click để đánh giá bài viết | bình chọn |
    đánh giá bài viết | số lượt đánh giá | quay lại | về trang trước | trở về | trở lại | lên đầu trang |
    về đầu trang | đầu trang | xem tin theo ngày | xem thêm | xem tiếp | đọc tiếp | xem chi tiết | tải về |
    tải file | tệp đính kèm | file đính kèm | xuất bản thông tin | chi tiết bài viết | chi tiết bài viết tin tức |
    chi tiết tin | chi tiết tin tức | nội dung bài viết | null | undefined | mục lục | từ khóa | tags | tag |
    bình luận | gửi bình luận | nhấn vào đây | xem với | tin nổi bật | danh mục | site banner | banner
  `,
  filler: `
    trong | đánh giá | điểm | trung bình | trong huyện | trong tỉnh | trong xã | trong nước | địa phương | a |
    aa | in | tăng | giảm | mặc định | hôm nay | hôm qua | tuần này | tuần trước | tháng này | tháng trước |
    trước | sau | đầu | cuối | tiếp | trang | ý kiến | thích | like | lưu | chi tiết | đóng | video | email |
    online | hiển thị | phản hồi | giá vàng | thời tiết | lượt
  `,
  menu: `
    chuyên mục | trang chủ | trang nhất | tin tức | tin tức - sự kiện | tin tức sự kiện | tin tức và sự kiện | sự kiện | tin |
    thời sự | tin hoạt động | tin trong tỉnh | tin trong nước | tin địa phương | tin tổng hợp | tin mới | thông tin mới nhất | tin mới nhất |
    tin chính | tiêu điểm | hoạt động | hoạt động chính | hoạt động của lãnh đạo | tin chỉ đạo điều hành |
    chỉ đạo điều hành | chính trị | kinh tế | xã hội | văn hóa | văn hóa - xã hội | văn hóa xã hội |
    kinh tế - xã hội | kinh tế xã hội | chính trị - xã hội | quốc phòng - an ninh | quốc phòng an ninh |
    an ninh - quốc phòng | an ninh trật tự | giáo dục | y tế | thể thao | du lịch | pháp luật | nông nghiệp |
    nông thôn mới | xây dựng đảng | xây dựng đảng - chính quyền | xây dựng chính quyền | cải cách hành chính |
    chuyển đổi số | đảng | đoàn thể | đảng - đoàn thể | mặt trận | mặt trận - đoàn thể | chính quyền |
    hoạt động hđnd | hoạt động hđnd-ubnd | hoạt động của hđnd | hoạt động ubnd | hoạt động của ubnd |
    hoạt động đảng | hoạt động đảng ủy | hội đồng nhân dân | ủy ban nhân dân | hđnd | ubnd | hđnd - ubnd | mttq |
    đảng ủy | giới thiệu | văn bản | văn bản mới | thông báo | liên hệ | sơ đồ cổng | đăng nhập | tìm kiếm |
    tìm kiếm thông tin | tìm kiếm tin tức |
    thư viện | hỏi đáp | góp ý | dịch vụ công | home | news
  `,
  date: `
    ngày đăng | ngày đăng tin | ngày đăng bài | đăng ngày | đăng lúc | đăng vào | đăng vào lúc | đăng tin | đăng | ngày cập nhật |
    cập nhật | cập nhật lúc | cập nhật ngày | cập nhật lần cuối | ngày xuất bản | xuất bản | xuất bản ngày |
    ngày phát hành | phát lúc | phát hành lúc | ngày tạo | ngày viết | thời gian | thời gian đăng | gửi vào |
    gửi lúc | vào lúc | lúc | ngày | date | published | posted on | posted | last updated | updated | thứ hai |
    thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | thứ 2 | thứ 3 | thứ 4 | thứ 5 | thứ 6 | thứ 7 | chủ nhật |
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | t2 | t3 | t4 | t5 | t6 | t7 | cn | am | pm | sa | ch | gmt | utc | giờ | phút
  `,
};

/** The phrases of a table, written with bars between them. */
const phrasesIn = (table: string): string[] => table.split("|").map((phrase) => phrase.trim());

export const pagePhrases = new Lexicon<PhraseKind>(
  (Object.keys(phrases) as PhraseKind[]).flatMap((kind) =>
    phrasesIn(phrases[kind]).map((phrase) => [phrase, kind] as const),
  ),
);

/** Lines after which only other stories follow. */
export const endMarks = Lexicon.of(
  phrasesIn(`
    các tin khác | các tin khác cùng chuyên mục | các bài viết khác | các bài khác | tin khác | bài viết khác |
    tin tức khác | các tin đã đưa | các tin cũ hơn | các tin mới hơn | những tin mới hơn | những tin cũ hơn |
    tin mới hơn | tin cũ hơn | tin đã đưa | tin cùng chuyên mục | bài cùng chuyên mục | cùng chuyên mục |
    tin mới nhất | tin đọc nhiều | đọc nhiều nhất | xem nhiều nhất | bài viết cùng chuyên mục |
    bài viết mới nhất | ý kiến bạn đọc | bình luận | bình luận của bạn | gửi bình luận | thống kê truy cập |
    liên kết website | lên đầu trang
  `),
);

/** Lines after which other stories are named; the story itself may go on below. */
export const relatedMarks = Lexicon.of(
  phrasesIn(`
    tin liên quan | các tin liên quan | bài liên quan | bài viết liên quan | tin bài liên quan |
    tin, bài liên quan | có thể bạn quan tâm | xem thêm | đọc thêm | mời xem thêm
  `),
);
