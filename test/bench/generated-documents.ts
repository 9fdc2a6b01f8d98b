import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { Random } from "../support/random.js";

const places = ["An Thịnh", "Phú Điền", "Đông Liễu", "Tân Khê", "Bình Hải", "Long Vĩnh"];
const people = ["Hà Công Tuyển", "Lê Thị Mỹ Duyên", "Trần Quốc Khải", "Nguyễn Hữu Tường"];

/** The text of a session's short news: invented, and no two the same. */
export function generatedNews(n: number): string {
  const random = new Random(n);
  const place = `xã ${random.pick(places)}`;
  const year = 2016 + random.below(9);
  const day = `${1 + random.below(28)}/${1 + random.below(12)}/${year}`;
  return [
    `HĐND ${place} tổ chức kỳ họp thứ ${1 + random.below(20)}`,
    `Ngày ${day}, HĐND ${place} tổ chức kỳ họp thường lệ. Đồng chí ${random.pick(people)}, Chủ tịch HĐND xã chủ trì kỳ họp.`,
    `Năm ${year}, tổng thu ngân sách xã đạt ${1 + random.below(90)},${random.below(100)} tỷ đồng, bằng ${80 + random.below(50)}% kế hoạch. Thu nhập bình quân đầu người đạt ${20 + random.below(60)} triệu đồng/năm. Tỷ lệ hộ nghèo còn ${1 + random.below(9)},${random.below(10)}%. Giải quyết việc làm cho ${50 + random.below(900)} lao động.`,
    `Kỳ họp đề ra chỉ tiêu năm ${year + 1}: tổng thu ngân sách xã đạt ${2 + random.below(95)} tỷ đồng; giảm tỷ lệ hộ nghèo xuống dưới ${1 + random.below(4)}%; trồng mới ${5 + random.below(80)} ha rừng. Bản tin số ${n}.`,
  ].join("\n");
}

/** Writes so many documents as a crawler's dump, JSON Lines. */
export async function writeGeneratedDump(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  for (let n = 0; n < count; n++) {
    const row = JSON.stringify({ url: `https://tin.invalid/${n}`, text: generatedNews(n) });
    if (!file.write(`${row}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}
