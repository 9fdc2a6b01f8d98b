import { anyOf, swift } from "../../../vietnamese/text/patterns.js";
import { wordList } from "../words.js";

/** Verbs of attaining: they lead from the indicator to its number and belong to neither. */
export const attaining = wordList(`
  đạt; đạt được; ước đạt; đã đạt; là; còn; giảm còn; xuống; xuống còn; giảm xuống; giảm xuống còn; xuống dưới;
  lên; tăng lên; nâng lên; lên tới; bằng; chiếm; với; ở mức; đạt mức; mức; đạt tỷ lệ; tỷ lệ đạt; đạt tỉ lệ;
  chiếm tỷ lệ; chiếm tỷ lệ cao; chiếm tỷ lệ lớn; chiếm tỷ trọng cao; chiếm tỷ trọng lớn; chiếm phần lớn; ước; ước thực hiện; thực hiện; thực hiện được; trị giá; với số tiền; số tiền; tổng số tiền;
  với tổng số tiền; tổng trị giá; với tổng trị giá; tổng kinh phí; với tổng kinh phí; với kinh phí; kinh phí;
  đạt trên; cả năm đạt; cụ thể; duy trì ở mức; phấn đấu đạt; phấn đấu; dự kiến đạt; dự kiến; đạt ít nhất;
  đạt tối thiểu; hiện đạt; đều đạt; ước cả năm đạt; ước có; tăng; giảm; tăng thêm; giảm thêm; giảm được; duy trì;
  khoảng; đạt bình quân; đạt khoảng; đạt từ; từ; không vượt quá; đảm bảo đạt; có tổng mức đầu tư;
  ước khoảng; được giao; đạt tổng; tổng cộng; gồm; mới đạt; chỉ đạt; chỉ tăng; chỉ giảm; sẽ đạt; tăng trưởng; dao động; đạt kết quả;
  là đạt; tăng bình quân; giảm bình quân; tăng bình quân hằng năm; giảm bình quân hằng năm;
  tăng bình quân hàng năm; giảm bình quân hàng năm; tăng bình quân mỗi năm; giảm bình quân mỗi năm;
  so với; so; tăng so với; giảm so với; đã tăng so với; đã giảm so với; tăng so; giảm so;
  đều vượt chỉ tiêu; vượt chỉ tiêu; đều vượt kế hoạch; vượt kế hoạch; đều vượt dự toán; vượt dự toán;
  chỉ còn; chỉ còn lại; giảm chỉ còn; chỉ có; chỉ chiếm; chỉ bằng
`);

/** Verbs of having and of being done, behind which the counted thing follows. */
export const having = wordList(`
  có; đã có; hiện có; có thêm; còn có; đảm bảo; bảo đảm; phấn đấu có; còn lại; đã; cho; gồm; trong đó có; với;
  đảm bảo có; có trên; được; hơn; có tổng số; tổng số; tổng; tổng cộng; có tổng cộng; hiện; đạt; hiện nay có;
  đến nay có; đến nay đã có; toàn bộ; cả; trong; hoàn thành; đã hoàn thành; hoàn thành được; đạt được
`);

/** What opens a clause and says nothing of what is measured. */
export const opening = wordList(`
  trong đó; cụ thể; cụ thể như; cụ thể là; cụ thể như sau; bên cạnh đó; đồng thời; ngoài ra; đặc biệt; riêng;
  theo đó; qua đó; nhờ đó; nhờ vậy; tính đến nay; đến nay; hiện nay; tính đến; tính chung; chung; trong năm; trong kỳ; trong tháng;
  trong quý; trong giai đoạn; trong nhiệm kỳ; hết nhiệm kỳ; đến hết nhiệm kỳ; cuối nhiệm kỳ; đến cuối nhiệm kỳ; trong thời gian qua; thời gian qua; năm qua; tuy nhiên; kết quả;
  kết quả đã; với kết quả; đã; có; hiện; hiện có; hiện tại; như; gồm; bao gồm; và; còn; tiếp tục; phấn đấu;
  phấn đấu đến; phấn đấu trong; lũy kế; ước; ước tính; ước cả năm; dự kiến; mục tiêu; chỉ tiêu; về; phần đấu;
  đến; tới; trong; của; khi; từ đó; toàn ngành; nhìn chung; đảm bảo; bảo đảm; cùng với đó; song song đó; do đó;
  vì vậy; nổi bật; nổi bật là; điển hình; một số chỉ tiêu; các chỉ tiêu; trên địa bàn đã; cuối năm; đầu năm;
  đến cuối năm; hằng năm; hàng năm; mỗi năm; bình quân mỗi năm; nay; so với; báo cáo cho thấy; đặt mục tiêu;
  mục tiêu là; trong đó phấn đấu; đề ra; ước đến; hết; vào; đến hết; tính; là; với; trước mắt; tương ứng;
  tương đương; đạt; thì; đối với; dịp này; nhân dịp này; tại hội nghị; tại kỳ họp; tại đại hội; tại đây; tại thời điểm; đến thời điểm; trên địa bàn tỉnh; trên địa bàn thành phố;
  trên địa bàn huyện; trên địa bàn xã; trên địa bàn phường; trên địa bàn thị xã; trên địa bàn thị trấn; được; lần lượt; trung bình; còn lại; hiện chỉ; hiện chỉ còn; chỉ còn; trong đó có;
  giữ vững và nâng cao chất lượng; duy trì và nâng cao chất lượng; duy trì, nâng cao chất lượng;
  giữ vững, nâng cao chất lượng; củng cố, nâng cao chất lượng; củng cố và nâng cao chất lượng;
  đã có; có thêm; cũng; vẫn; phải; cần; sẽ; yêu cầu; giao; năm nay; vừa qua; cho thấy
`);

/** Verbs before a rate or a sum that tell its direction, which `measure` keeps: "giảm tỷ lệ hộ nghèo xuống …". */
export const directing = wordList(`
  giảm; tăng; duy trì; phấn đấu; nâng; kéo giảm; hạ; giữ; giữ vững; đảm bảo; bảo đảm; nâng cao; phấn đấu giảm;
  phấn đấu tăng; hoàn thành; đưa; thực hiện; ổn định; hằng năm giảm; giữ ổn định; điều chỉnh tăng; điều chỉnh giảm
`);

/** Nouns that begin the name of an indicator; a comma before one begins a new clause. */
export const heads = wordList(`
  tỷ lệ; tỉ lệ; tỷ trọng; tỉ trọng; tốc độ; tổng; thu; chi; giá trị; thu nhập; sản lượng; năng suất; diện tích;
  số; doanh thu; kim ngạch; tăng trưởng; dân số; mật độ; cơ cấu; bình quân; chỉ số; chi phí; độ che phủ; dư nợ;
  huy động; giải ngân; vốn; nguồn; lượng; khối lượng; mức; thuế; lệ phí; kinh phí; quỹ; tỷ suất; tổng thu;
  tổng chi; tổng số; tổng vốn; tổng giá trị; tổng sản phẩm; tổng mức; tổng diện tích; tổng đàn; đàn; nợ;
  xuất khẩu; nhập khẩu; quy mô; grdp; giá; thu ngân sách; chi ngân sách; tuổi thọ; sản phẩm; lương thực; phần;
  dự phòng; bổ sung; hệ số; thu hút; dịch vụ; hộ; số hộ; số lượng; đầu tư; lao động; giao quân; phí
`);

/** Actions whose object is counted: "xây dựng 5 mô hình", "kết nạp được 6 đảng viên". */
const actions = wordList(`
  ký kết; ký; công bố; gieo cấy; thu hút; góp; giao quân; tuyển chọn; đặt tên; thi hành; thu hoạch; bổ sung;
  xây dựng; xây; kết nạp; phát triển; thành lập; tổ chức; cải tạo; nâng cấp; sửa chữa; hỗ trợ; giải quyết;
  đào tạo; tạo; giới thiệu; vận động; trồng; lắp đặt; cấp; trao; tặng; trao tặng; tuyên truyền; mở; duy trì;
  tiếp nhận; xử lý; xử phạt; phát hiện; triển khai; huy động; ban hành; thực hiện; bàn giao; bê tông hóa;
  chỉnh trang; di dời; khởi công; thi công; tư vấn; hướng dẫn; kiểm tra; giám sát; tiếp; tiêm; khám; điều trị;
  phê duyệt; công nhận; phối hợp; bồi dưỡng; tập huấn; đưa; tuyển; giao; gọi; cho; thu; chi; đầu tư; phân bổ;
  hoàn thành; thả; nuôi; tái đàn; xóa; hiến; ủng hộ; quyên góp; giảm; tăng; thu hồi; mua; bố trí; khai thác; đón;
  đăng ký; rà soát; cấu hình; số hóa; kêu gọi; đăng; biên soạn; phát; in; treo; tặng quà; thăm; chăm lo; chi trả;
  giải ngân; cho vay; khen thưởng; biểu dương; đề nghị tặng; xét; kiện toàn; sắp xếp; sáp nhập; ra mắt;
  nhân rộng; gieo; cấy; cung cấp; phấn đấu; làm; rải; lát; đổ; nạo vét; khơi thông; thắp sáng; trang bị; đạt;
  thẩm định; thẩm tra; tham gia; thu gom; truy quét; bắt; khởi tố; điều tra; xét xử; hòa giải; tiết kiệm;
  đóng góp; chuyển đổi; quy hoạch; cắm mốc; nghiệm thu; đền bù; vay
`);

/** An action, or any verb of making into: "nhựa hóa", "bê tông hóa". */
const action = `(?:\\p{L}{2,6} (?:\\p{L}{2,6} )?hóa|${anyOf(actions)})(?!\\p{L})`;
export const acting = swift(`(?<!\\p{L})${action}`);
/** The same where it begins the words: it does not search them all. */
export const startsActing = swift(`^${action}`);
