import { Lexicon } from "../text/lexicon.js";

const posts = `chủ tịch,bí thư,trưởng ban,trưởng phòng,giám đốc,chủ nhiệm,chánh văn phòng,chánh thanh tra,chánh án,
  viện trưởng,cục trưởng,chi cục trưởng,tổng cục trưởng,vụ trưởng,hiệu trưởng,tổ trưởng,đội trưởng,trạm trưởng,trưởng trạm,
  đồn trưởng,chính trị viên,chỉ huy trưởng,tư lệnh,chính ủy,tham mưu trưởng,thủ tướng,tổng thư ký,thư ký,tổng giám đốc,
  trưởng công an,trưởng đoàn,trưởng thôn,trưởng bản,trưởng khu phố,trưởng ấp,trưởng xóm,trưởng khu,trưởng bộ phận,
  trưởng ban ngành,trưởng,tổng biên tập,chủ tịch hội,quản đốc,hàm vụ trưởng,trưởng đoàn chỉ đạo,trưởng đoàn công tác,trưởng đoàn giám sát,trưởng đoàn kiểm tra,trưởng khóm,trưởng tiểu khu,ct,bt,gđ,cht,cvp`.split(
  /,\s*/,
);
const deputiesOnly =
  "phó tổng,tổ phó,đội phó,chỉ huy phó,thứ trưởng,bộ trưởng,tổng bí thư,chủ tịch nước,chủ tịch quốc hội";
const others = `${deputiesOnly},ủy viên,đại biểu,đảng ủy viên,huyện ủy viên,quận ủy viên,tỉnh ủy viên,thành ủy viên,
  thị ủy viên,chi ủy viên,kế toán trưởng,già làng,công chức,chuyên viên,kiểm sát viên,thành viên,phụ trách,pct,pcttt,pbt,pbttt,
  pgđ,ptp,uv,uvtv,uvbtv,uvbch,uvtw,tuv,huv,đuv,đbqh,phó,phó ban,phó phòng,thường trực ban bí thư,trung ương ủy viên`;

/** The words that begin a post: "Chủ tịch", "Phó Trưởng ban", "UVBTV". */
export const titleHeads = Lexicon.of([
  ...posts,
  ...posts.flatMap((post) => [`phó ${post}`, `phó ${post} tt`]),
  ...others.split(/,\s*/),
]);
/** Ranks of the army and the police: a title of their own, before the name. */
export const ranks = Lexicon.of(
  ["thiếu", "trung", "thượng", "đại"].flatMap((grade) => ["tướng", "tá", "úy"].map((rank) => `${grade} ${rank}`)),
);
/** "nguyên Chủ tịch": a post that is over. */
export const formerWords = Lexicon.of(["nguyên", "cựu"]);
/** What may stand before a head and is of the title. */
export const wordsBeforeHead = Lexicon.of(["nguyên", "cựu", "quyền", "q."]);

const departmentNames =
  `nội vụ,tài chính,y tế,tư pháp,xây dựng,công thương,kế hoạch và đầu tư,kế hoạch - đầu tư,kế hoạch đầu tư,
  tài chính - kế hoạch,nông nghiệp và phát triển nông thôn,nông nghiệp và ptnt,nông nghiệp và môi trường,nông nghiệp,
  tài nguyên và môi trường,tài nguyên - môi trường,giáo dục và đào tạo,khoa học và công nghệ,
  văn hóa và thông tin,văn hóa và thể thao,văn hóa - thông tin,văn hóa - xã hội,văn hóa xã hội,
  thông tin và truyền thông,lao động - thương binh và xã hội,kinh tế - xã hội,kinh tế - ngân sách,
  kinh tế và ngân sách,kinh tế - hạ tầng,kinh tế và hạ tầng,kinh tế hạ tầng,kinh tế,quản lý đô thị,đô thị,
  dân tộc và tôn giáo,tôn giáo,dân tộc,pháp chế,dân vận,tuyên giáo,tuyên giáo và dân vận,nội chính,
  giao thông vận tải,giao thông công chính,ngoại vụ,du lịch,thuế,hải quan,kho bạc,quân sự,an ninh,quốc phòng`
    .split(/,\s*/)
    .concat(
      "văn hóa, thể thao và du lịch",
      "văn hóa, khoa học và thông tin",
      "lao động, thương binh và xã hội",
      "kinh tế, hạ tầng và đô thị",
      "nông nghiệp, xây dựng và môi trường",
    );
/** What a Sở, a Phòng or a Ban is for: "Nội vụ", "Kinh tế - Ngân sách". */
export const departments = Lexicon.of([
  ...departmentNames,
  ..."kh&đt,khđt,tn&mt,tnmt,nn&ptnt,nn&mt,gd&đt,gdđt,kh&cn,vhttdl,vhtt&dl,vh&tt,gtvt,lđtb&xh,lđ-tb&xh,tt&tt,tc-kh,kt-xh,kt-ns,vh-xh".split(
    ",",
  ),
]);

/** Organisations and departments inside titles, read whole whatever letters they begin with. */
export const organisations = Lexicon.of(
  `hội đồng nhân dân,hđnd,ủy ban nhân dân,ubnd,ủy ban mặt trận tổ quốc việt nam,ủy ban mặt trận tổ quốc,ủy ban mttq việt nam,
  ủy ban mttqvn,ủy ban mttq,ubmttq việt nam,ubmttqvn,ubmttq,mặt trận tổ quốc việt nam,mttq việt nam,mttqvn,mttq,đảng ủy,tỉnh ủy,
  huyện ủy,quận ủy,thành ủy,thị ủy,đảng bộ,chi bộ,quốc hội,chính phủ,bộ chính trị,ban thường vụ,ban chấp hành,ban thường trực,
  ban bí thư,thường vụ,thường trực,trung ương đảng,trung ương,ủy ban kiểm tra,ban kiểm tra,ban chỉ đạo,ban chỉ huy quân sự,
  ban chỉ huy,ban chqs,bộ chỉ huy quân sự,bộ chỉ huy,quân sự,ban quản lý dự án đầu tư xây dựng,ban quản lý dự án,ban quản lý,ban điều hành,ban pháp chế,ban dân vận,ban tuyên giáo,
  ban tổ chức,ban nội chính,ban dân tộc,ban công tác mặt trận,ban giám đốc,công an,bộ đội biên phòng,quân đội nhân dân,
  viện kiểm sát nhân dân,tòa án nhân dân,văn phòng,thanh tra,đoàn thanh niên cộng sản hồ chí minh,đoàn tncs hồ chí minh,
  đoàn tncs,đoàn thanh niên,tỉnh đoàn,huyện đoàn,thành đoàn,quận đoàn,thị đoàn,đoàn đại biểu quốc hội,đại biểu,
  hội liên hiệp phụ nữ việt nam,hội liên hiệp phụ nữ,hội lhpn việt nam,hội lhpn,hội nông dân việt nam,hội nông dân,
  hội cựu chiến binh việt nam,hội cựu chiến binh,hội người cao tuổi,hội chữ thập đỏ,hội khuyến học,liên đoàn lao động,công đoàn,
  mặt trận,trung tâm phục vụ hành chính công,trung tâm chính trị,phòng giao dịch,ngân hàng,hợp tác xã,trạm y tế,tổ dân phố,
  khu phố,khu dân cư,phụ nữ,thanh niên,nông dân,cựu chiến binh,nhân dân,kiêm nhiệm,chuyên trách,phụ trách,việt nam,
  nhóm,dự khuyết,đbqh,
  phòng,ban,sở,bộ,ngành,cơ quan,đơn vị,đoàn,hội,tổ,đội,thôn,bản,ấp,xóm,khóm,khu,tổ số,khu vực,chuyên môn`
    .split(/,\s*/)
    .concat(departmentNames),
);
/** Types of place that end a title where no name follows: "Chủ tịch UBND xã". */
export const areaWords = Lexicon.of("tỉnh,thành phố,tp,quận,huyện,thị xã,phường,xã,thị trấn,đặc khu,tx,tt".split(","));
/** First syllables of the verbs and particles that end a title. */
export const wordsNotInTitle = new Set(
  `phát chủ điều cho nhấn đề yêu trình báo thông tham dự đến tới về đã đang sẽ cũng cùng ghi đánh biểu khẳng nêu chia lưu có làm
  trong tại thay đồng tiếp giải kết trả chúc cảm được bị vừa hoan phân chỉ tặng trao thăm bày giới quán triển đọc nhận nói kêu
  mong thống gợi thảo chất phản giữ là do với để khi sau từ theo bầu ký ông bà anh chị các những một còn nhằm khóa nhiệm trước
  trên vào sinh kiêm hiện lần thẩm xin mời gửi đưa nguyên`.split(/\s+/),
);
