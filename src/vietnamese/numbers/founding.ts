import { swift } from "../text/patterns.js";

const founded = swift(
  /^ ?(?:(?:đảng viên|quần chúng|đoàn viên|hội viên|đồng chí|chị|người)(?: [^,;.:\d]{1,30})?? được kết nạp|(?:doanh nghiệp|dn|hợp tác xã|htx|hộ kinh doanh|tổ hợp tác|công ty|chi bộ)(?: [^,;.:\d]{1,30})?? (?:được )?(?:thành lập|đăng ký) mới|(?:đảng viên|đoàn viên|hội viên) mới)(?!\p{L})/u,
);

/** Whether what is counted behind a number has been founded in the time told: "500 doanh nghiệp thành lập mới". */
export function foundedBehind(folded: string, at: number): boolean {
  return founded.test(folded.slice(at, at + 90));
}
