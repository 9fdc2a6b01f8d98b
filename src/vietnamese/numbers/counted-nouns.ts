import { isLetter } from "../text/characters.js";
import { evenlySpaced } from "../text/fold.js";
import { Lexicon, tokenEnd } from "../text/lexicon.js";
import type { Reading } from "../text/reading.js";

/** A noun that a number counts. */
export interface CountedNoun {
  readonly end: number;
  /** as printed, with single spaces */
  readonly noun: string;
  /** not in the table, only standing where a counted noun stands */
  readonly guessed: boolean;
}

/** What offices count, longest compound first matched: people, homes, bodies, works, papers, events, things. */
const nouns = `
người; người dân; nhân khẩu; khẩu; dân; hộ; hộ dân; hộ gia đình; hộ nghèo; hộ cận nghèo; lượt hộ; dòng họ; gia đình; cặp vợ chồng
lao động; lượt lao động; người lao động; công nhân; nông dân; thương binh; liệt sĩ; cựu chiến binh; đối tượng; đối tượng chính sách; trường hợp; ca; ca mắc; ca bệnh; ca nhiễm; bệnh nhân; phụ nữ
trẻ; trẻ em; bé trai; bé gái; cháu; em; học sinh; em học sinh; lượt học sinh; sinh viên; giáo viên; thầy cô; học viên; thí sinh; thanh niên; đoàn viên; đoàn viên thanh niên; hội viên; đội viên; tân binh; chiến sĩ; dân quân; quân nhân; công dân; nam thanh niên; tình nguyện viên
đảng viên; đồng chí; đồng chí đảng viên; đ/c; quần chúng; quần chúng ưu tú; cán bộ; công chức; viên chức; cán bộ, công chức; cán bộ, công chức, viên chức; đại biểu; vị đại biểu; cử tri; lượt cử tri; lượt người; lượt lưu trú; ngày công; ngày công lao động; lượt công dân; lượt khách; khách; du khách; lượt du khách; lượt; lượt ý kiến; lượt hồ sơ; lượt xe; lượt bệnh nhân; lượt cán bộ; lượt đồng chí; lượt hội viên; hành khách; chuyên gia; bác sĩ; y tá; nghệ nhân; vận động viên; diễn viên; hướng dẫn viên; lượt đoàn viên; nhà báo; phóng viên
tỉnh; huyện; quận; thị xã; thành phố; phường; xã; thị trấn; xã, phường; xã, thị trấn; xã, phường, thị trấn; hiệp định; thiết chế; thiết chế văn hóa; bác sĩ; bác sỹ; giường bệnh; tỉnh, thành phố; tỉnh, thành; huyện, thị xã, thành phố; huyện, thành phố; huyện, thị xã; thôn; làng; bản; buôn; ấp; khóm; khu phố; khu; tổ; tổ dân phố; thôn, tổ dân phố; khu dân cư; cụm dân cư; địa phương; đơn vị; đơn vị cấp xã; đơn vị hành chính; đơn vị hành chính cấp xã; đơn vị hành chính cấp huyện; đơn vị hành chính cấp tỉnh; điểm dân cư; xóm; khối; khối phố; phum; sóc; bon; tổ liên gia; vùng; khu vực
chi bộ; đảng bộ; tổ chức đảng; tổ chức cơ sở đảng; đảng bộ cơ sở; chi đoàn; chi hội; tổ hội; cơ sở; cơ sở sản xuất; cơ sở kinh doanh; cơ sở giáo dục; cơ sở y tế; cơ quan; cơ quan, đơn vị; phòng; phòng, ban; ban; ngành; sở; sở, ngành; đoàn; đội; đội bóng; tổ công tác; tổ hợp tác; tổ chức; tổ chức, cá nhân; cá nhân; tập thể; tập thể, cá nhân; doanh nghiệp; doanh nghiệp nhà nước; hợp tác xã; hợp tác xã nông nghiệp; htx; dn; trang trại; gia trại; nhà đầu tư; hội; câu lạc bộ; clb; làng nghề; cụm công nghiệp; khu công nghiệp; ngân hàng; quỹ
trường; trường học; trường mầm non; trường tiểu học; trường thcs; trường thpt; trường phổ thông; lớp; lớp học; lớp tập huấn; lớp dạy nghề; lớp bồi dưỡng; nhóm trẻ; phòng học; phòng chức năng; phòng ở; phòng bệnh; trạm y tế; trạm; trạm biến áp; bệnh viện; giường; giường bệnh; nhà văn hóa; nhà trẻ; nhà máy; thư viện; nhà; ngôi nhà; căn nhà; căn hộ; căn; nhà tình nghĩa; nhà tình thương; nhà đại đoàn kết; chợ; siêu thị; công viên; sân; sân vận động; điểm; điểm trường; điểm sáng; điểm du lịch; chốt; cửa hàng; nhà hàng; khách sạn; ki ốt; kiosk; gian hàng
công trình; hạng mục; công trình, dự án; dự án; dự án đầu tư; gói thầu; tuyến; tuyến đường; tuyến phố; tuyến hẻm; tuyến ngõ; tuyến kênh; con đường; cây cầu; cầu; cống; cầu, cống; hồ; hồ chứa; đập; giếng; kênh; mương; ngõ; hẻm; ngã tư; nút giao; cột đèn; bóng đèn; bóng; đèn; trụ; trụ đèn; camera; mắt camera; bể; bể chứa; bồn; bồn nước; bồn chứa; bồn chứa nước; thùng; thùng rác; biển báo; bến xe; bến; vị trí; ô; ô đất; lô; lô đất; thửa; thửa đất; mặt bằng; khoảnh
mô hình; phong trào; chương trình; đề án; kế hoạch; giải pháp; sáng kiến; đề tài; nhiệm vụ; chỉ tiêu; tiêu chí; nội dung; nhóm; nhóm nhiệm vụ; nhóm giải pháp; lĩnh vực; mục tiêu; danh hiệu; giải; giải thưởng; giải nhất; giải nhì; giải ba; giải khuyến khích; huy chương; huy chương vàng; huy chương bạc; huy chương đồng; hcv; hcb; hcđ; bằng khen; giấy khen; huân chương; huy hiệu; huy hiệu đảng; kỷ niệm chương; cờ thi đua; sản phẩm; thương hiệu; nhãn hiệu; chỉ dẫn địa lý; di tích; di sản; lễ hội; làng văn hóa; thôn văn hóa
cuộc; cuộc họp; cuộc kiểm tra; cuộc giám sát; cuộc thanh tra; cuộc thi; cuộc vận động; buổi; buổi tuyên truyền; buổi lễ; đợt; đợt ra quân; lần; lượt kiểm tra; phiên; phiên họp; kỳ họp; hội nghị; hội thảo; hội thi; hội chợ; khóa; khóa huấn luyện; khóa đào tạo; khóa tập huấn; trận; vụ; vụ việc; vụ án; vụ tai nạn; vụ tai nạn giao thông; vụ cháy; vụ vi phạm; đám cháy; tội phạm; bị can; bị cáo; đối tượng phạm tội; hành vi; lỗi; lỗi vi phạm; điểm nóng; tụ điểm
văn bản; nghị quyết; quyết định; chỉ thị; báo cáo; tờ trình; thông báo; kết luận; công văn; đơn; đơn thư; đơn khiếu nại; đơn tố cáo; lượt đơn; ý kiến; kiến nghị; ý kiến, kiến nghị; câu hỏi; vấn đề; hồ sơ; hồ sơ trực tuyến; thủ tục; thủ tục hành chính; tthc; dịch vụ công; dịch vụ; giấy; giấy phép; giấy chứng nhận; giấy cnqsdđ; giấy chứng nhận quyền sử dụng đất; giấy khai sinh; thẻ; thẻ bhyt; thẻ bảo hiểm y tế; tài khoản; tài khoản định danh; căn cước; tin; tin bài; tin, bài; bản tin; phóng sự; bài; bài viết; bài báo; ấn phẩm; tờ rơi; băng rôn; pa nô; áp phích; cuốn; cuốn sách; quyển; đầu sách; bản; chữ ký; chữ ký số; phiếu; tờ; trang; trang thiết bị; bộ; bộ phận; tài liệu; cam kết; bản cam kết; biên bản; biên bản ghi nhớ; đề xuất; giấy chứng nhận đầu tư; hợp phần; tiểu dự án; hợp đồng; hóa đơn; giao dịch; cuộc gọi; thuê bao; điểm phát wifi
suất; suất quà; phần quà; món quà; suất học bổng; học bổng; quà; xe; chiếc; chiếc xe; cái; con; đàn; máy; máy tính; máy móc; thiết bị; phương tiện; xe máy; ô tô; xe ô tô; xe đạp; xe mô tô; tàu; tàu cá; tàu thuyền; thuyền; chuyến; chuyến bay; container; bộ máy tính; đơn vị máu; cây; cây xanh; cây giống; cây con; con giống; gốc; bao; gói; hộp; chai; bình; bình chữa cháy; viên; liều; liều vắc xin; mũi; mũi tiêm; mẫu; mẫu xét nghiệm; mẫu thực phẩm; khẩu trang; bó; gam ma túy; khẩu súng; súng
trâu; bò; trâu, bò; trâu bò; lợn; heo; gà; vịt; dê; gia súc; gia cầm; con gia súc; con gia cầm; con trâu; con bò; con lợn; con heo; con gà; con vịt; lồng; lồng bè; ao; vườn; cánh đồng; ruộng; cánh đồng lớn
bộ hồ sơ; hồ sơ vay; tổ tiết kiệm; tổ vay vốn; khách hàng; tổ tự quản; tổ hòa giải; tổ an ninh; tổ bảo vệ; hòa giải viên; nhóm hộ; mạng lưới; kênh thông tin; tổ chức tín dụng; quốc gia; nước; quốc gia, vùng lãnh thổ; vùng lãnh thổ; dân tộc; tôn giáo; giáo xứ; chùa; đền; nhà thờ; nghĩa trang; mộ; hài cốt; ngôi mộ; phần mộ
mẹ việt nam anh hùng; bà mẹ việt nam anh hùng; mẹ; ông; bà; cụ; cụ già; anh hùng; thân nhân; gia đình chính sách; việc làm; chỗ làm việc; vị trí việc làm; biên chế; chức danh; người hoạt động không chuyên trách; phó chủ tịch; ủy viên; thành viên; hội đồng; tổ đại biểu; ban, ngành; phó; chức sắc; người uy tín; trưởng thôn; bí thư chi bộ
`
  .split(/[;\n]/)
  .map((noun) => noun.trim())
  .filter(Boolean);

const table = Lexicon.of(nouns);

/** Words that follow a number without being counted by it. */
const notCounted = Lexicon.of(
  `còn; và; hoặc; là; đạt; bằng; tăng; giảm; trong; ngoài; của; cho; với; tại; ở; từ; đến; tới; lên; xuống; trở; so; theo; trên; dưới; do; để; nhằm; thì; mà; nên; vào; ra; về; được; bị; đã; đang; sẽ; vẫn; cũng; đều; có; không; chưa; hơn; kém; này; đó; kia; ấy; nay; nói; gồm; như; năm; tháng; ngày; giờ; phút; giây; tuổi; quý; tuần; đêm; thế kỷ; nhiệm kỳ; giai đoạn; năm tuổi; h; g; a; b; c; tầng; độ; phần; rưỡi; nghìn; triệu; tỷ; trăm; chục; vạn; con số; kèm; kèm theo; đính kèm; trọng tâm; trọng điểm; mỗi; các; những; qua; sau; trước; giữa; bên; cùng; tức; ước; dự; dự kiến; thuộc; chiếm; nhưng; song; vì; bởi; tính; tương; tương ứng; đối; khi; nếu; cấp; bình quân; phấn đấu; thực hiện; chỉ; hiện; hiện nay; trị giá; tổng; khoảng; gần; vượt; số; tỷ lệ; tỷ trọng; và các; lớn; cao; thấp; mới; trở lên; trở xuống; góp; đồng thời; trong đó; bình; toàn; nhất; đầu; cuối; nữa; thêm; rồi; đi; mức; mặt; chiều; sáng; tối; trưa; ảnh; nguồn; phát biểu; cách; đồng loạt; đảm bảo; tiếp; tiếp tục; hoàn thành; xây dựng; cần; phải`
    .split(";")
    .map((word) => word.trim()),
);

/**
 * The counted noun at `at`: the longest of the table, or, with `guess`, the single word that stands there.
 */
export function readCountedNoun(reading: Reading, at: number, guess: boolean): CountedNoun | null {
  const { text, folded, units } = reading;
  const known = table.matchAt(reading, at);
  const blocked = notCounted.matchAt(reading, at);
  if (known && (!blocked || known.end > blocked.end || known.value === blocked.value)) {
    return { end: known.end, noun: printed(text, at, known.end), guessed: false };
  }
  if (!guess || blocked || !isLetter(units[at] ?? 0)) return null;
  const end = tokenEnd(units, at);
  // one letter is a unit's sign or a list's mark; a long token is no word of Vietnamese
  if (end - at < 2 || end - at > 12 || /\d/.test(folded.slice(at, end))) return null;
  return { end, noun: printed(text, at, end), guessed: true };
}

function printed(text: string, start: number, end: number): string {
  return evenlySpaced(text.slice(start, end));
}
