import { isCapital } from "../text/characters.js";
import { evenlySpaced } from "../text/fold.js";
import { skipSpaces } from "../text/lexicon.js";
import type { Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";

/** Family names of the Kinh and of the other peoples of Vietnam, folded; the first words of a personal name. */
const familyNames =
  // Kinh, the most frequent first
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng
  mai tô hà tạ lương lưu thái châu la thạch cao từ chu đàm thân doãn quách vi tăng thi nghiêm khổng kiều ninh mạc
  lại văn quản tống triệu cù phí âu bạch lục tôn hứa diệp lộ mã giang hàn khúc kim đồng trà trang ông an bế cầm
  chử cấn cung danh đái đan đậu điền đới đường hầu hình hướng khuất khương khâu lã lạc lạng liêu liễu lò lỗ lường
  lữ mạch mâu mẫn nhan nhâm nhữ nông ngũ nghị ngụy ong phương quang quế sầm sử tào tất thang thiều thịnh tiêu
  tiết tòng trầm trình trưng tưởng ung uông ứng viên viêm xa yên bồ biện bàng bành cái cáp chế chung cổ dư
  giáp hạ hoa hùng kha kông lai lều lăng long luyện ma mầu nhạc nhiêu nùng ngọ ôn phượng quàng sái sâm sơn
  tấn thẩm thòng tiền tiến trác tuấn vàng vòng vưu xà xuân ` +
  // Tày, Thái, Mường, Mông, Dao, Khmer, Chăm and the peoples of the Central Highlands
  `giàng sùng thào thao hạng hảng mùa cứ cháng chảo chấu chẻo châm tẩn phàn bàn lù lồ lầu lừu lèng ly lỳ mé mào phà
  sần sìn sừng tráng vừ vạ xồng xeo hờ cà cút đèo điêu lềm vì kà neang chau kiên điểu thị y h k a niê ksor kpă
  kpa siu nay rơ rah rmah rcom rơchăm ayun byă êban ênuôl mlô ktla knul kbuôr hmok hwing hra brao bru blúp
  alăng zơrâm pơloong bling bhling ating arất coor cơlâu cil kon ka ko kơ kră bon liêng lơ mbon ntor pang rơông
  sre touprong đa đưng briu đơ bríu hiên katơr chamaléa katơ pi pinăng pupur mang bờ đàng quảng thập hán vạn 
   krajan jan păng ting bđap bkrông bdap kđoh hđơk hlong hmŏk puih rlan`;

const familyNameSet = new Set(familyNames.split(/\s+/));
const frequentFamilyNames = new Set(familyNames.split(/\s+/, 15));

/** Whether the folded syllable begins personal names; an ethnic prefix counts ("h'yim", "k'sor"). */
export function isFamilyName(folded: string): boolean {
  return familyNameSet.has(folded) || /^[a-zđ]'/.test(folded);
}

/** Whether the folded syllable is one of the fifteen family names that nine in ten people bear. */
export function isFrequentFamilyName(folded: string): boolean {
  return frequentFamilyNames.has(folded);
}

/** One syllable that begins with a capital. */
export interface Syllable extends Span {
  readonly folded: string;
  /** two letters or more, all of them capitals: "HĐND", "HÒA" */
  readonly allCapitals: boolean;
}

const capitalSyllable = /\p{Lu}[\p{L}\p{M}]{0,9}(?:['’‘ʼ`´](?:[\p{L}\p{M}]{1,9}|(?=\s\p{Lu})))?(?![\p{L}\p{M}\p{N}])/uy;

/** The capitalised syllable that begins exactly at `at`, or `null`. */
export function syllableAt({ text, folded, printed }: Reading, at: number): Syllable | null {
  if (!isCapital(printed[at] ?? 0)) return null;
  capitalSyllable.lastIndex = at;
  const match = capitalSyllable.exec(text);
  if (!match) return null;
  const end = at + match[0].length;
  const allCapitals = match[0] === match[0].toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(match[0]);
  return { start: at, end, folded: folded.slice(at, end), allCapitals };
}

/** At most `most` capitalised syllables in a row from `at` on, with one to three spaces between them. */
export function capitalRun(reading: Reading, at: number, most: number): Syllable[] {
  const run: Syllable[] = [];
  for (let i = at; run.length < most; ) {
    const syllable = syllableAt(reading, i);
    if (!syllable) break;
    run.push(syllable);
    i = skipSpaces(reading.units, syllable.end);
    if (i === syllable.end || i > syllable.end + 3) break;
  }
  return run;
}

/** Words as printed, with one space where the text has several, or an underscore. */
export function plainWords(text: string): string {
  return evenlySpaced(text).trim();
}

/** "QUANG MINH", "tiền giang" → "Quang Minh", "Tiền Giang". */
export function titleCase(words: string): string {
  return plainWords(words)
    .split(" ")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ");
}

/** The end of the words before `at`. */
export function skipSpacesBack(folded: string, at: number): number {
  let end = at;
  while (end > 0 && folded[end - 1] === " ") end--;
  return end;
}
