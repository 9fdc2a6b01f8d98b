import type { AreaName } from "../places/area-words.js";
import { placeLength, provinceAt } from "../places/areas.js";
import { isCapital } from "../text/characters.js";
import { Lexicon, tokenEnd } from "../text/lexicon.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import type { Syllable } from "./names.js";
import { capitalRun, isFamilyName, skipSpacesBack } from "./names.js";
import { organisations, titleHeads } from "./title-words.js";
import { followsTitle } from "./titles.js";

const honorifics = Lexicon.of(
  `đồng chí,các đồng chí,đ/c,các đ/c,đc,ông,bà,anh,chị,cô,chú,thầy,cụ,em,các ông,các bà,ông bà,các anh,các chị,hòa thượng,
  thượng tọa,đại đức,linh mục,mục sư,nghệ nhân,tiến sĩ,thạc sĩ,bác sĩ,ts,ts.,ths,ths.,pgs.ts,gs.ts,pgs.ts.,nhà báo,luật sư,kỹ sư,
  thương binh,mẹ việt nam anh hùng,võ sĩ,vđv,vận động viên`
    .split(/,\s*/)
    .concat("các ông, bà", "ông, bà", "các ông, các bà"),
);
const capitalHonorifics = new Set("ông bà anh chị cô chú thầy cụ em".split(" "));
// what is called after people is no person
const namedThings = Lexicon.of(
  `đường,phố,ngõ,hẻm,tuyến đường,đại lộ,trường,thpt,thcs,tiểu học,mầm non,trung học,đại học,trung học phổ thông,
  trung học cơ sở,công viên,quỹ,giải thưởng,giải,cúp,công ty,tnhh,công ty cổ phần,doanh nghiệp,hợp tác xã,htx,cầu,chợ,bảo tàng,
  tượng đài,đền,đình,chùa,lăng,miếu,thư viện,bệnh viện,hội trường,nhà thờ,di tích,tư tưởng,đạo đức,phong cách,tấm gương,gương,
  tncs,thanh niên cộng sản,đội tntp,thiếu niên tiền phong,bến,cảng,sân vận động,nhà hát,nghĩa trang,đảo,sông,núi,kênh,
  phần mềm`.split(/,\s*/),
);
const namedSettlements = Lexicon.of("thôn,ấp,bản,làng,khu,khu phố,tổ dân phố,xóm,khóm,buôn".split(","));
const endingsOfOtherWords = Lexicon.of(
  "môi trường,thị trường,nông trường,yêu cầu,gia đình,thành phố,văn bản,cơ bản,thượng đình".split(","),
);
const longestName = 5;

/** Syllables that may be a person's name, and the word of address before them. */
export interface NameCandidate extends Span {
  readonly honorific: Span | null;
}

/**
 * Runs of two to five capitalised syllables that may be people: they begin with a family name or follow a word of
 * address, and stand in no area and after no word for what is called after people ("đường", "trường").
 */
export function nameCandidates(reading: Reading, areas: readonly Found<AreaName>[]): NameCandidate[] {
  const { folded, units, printed } = reading;
  const areaAt = new Map(areas.map((found) => [found.start, found]));
  let ahead = 0;
  const known = new Set(areas.map(({ value }) => value.name));
  const names: NameCandidate[] = [];
  for (let i = 0; i < folded.length; ) {
    while (ahead < areas.length && (areas[ahead]?.start ?? 0) < i) ahead++;
    const area = areas[ahead];
    if (area?.start === i) {
      i = area.end;
      continue;
    }
    // most words are small: what follows would find the same, slowly
    if (!isCapital(printed[i] ?? 0)) {
      i = tokenEnd(units, i);
      continue;
    }
    const run = cutRun(reading, capitalRun(reading, i, 9), areaAt);
    const name = run.length > 1 ? nameIn(reading, run, known) : null;
    if (name) names.push(name);
    i = Math.max(name?.end ?? run.at(-1)?.end ?? 0, tokenEnd(units, i));
  }
  return names;
}

/** Up to an area, a title, an organisation, or (outside a line of capitals) an abbreviation. */
function cutRun(reading: Reading, run: readonly Syllable[], areas: ReadonlyMap<number, Span>): readonly Syllable[] {
  const heading = run[0]?.allCapitals === true;
  const end = run.findIndex(
    (syllable, i) =>
      areas.has(syllable.start) ||
      (heading ? !syllable.allCapitals && syllable.end - syllable.start > 1 : syllable.allCapitals) ||
      (i > 0 && beginsOrganisation(reading, syllable) && !endsName(reading, run, i)),
  );
  return end < 0 ? run : run.slice(0, end);
}

/** "ông Nguyễn Văn Đội – Phó Chủ tịch": a word for a body, the last of a name before a dash or a comma, is given to people too. */
function endsName(reading: Reading, run: readonly Syllable[], index: number): boolean {
  const syllable = run[index];
  if (!syllable || index < 2 || index !== run.length - 1 || syllable.allCapitals) return false;
  return (
    organisations.matchAt(reading, syllable.start)?.end === syllable.end &&
    /^ ?[–,.;:()\n-]/.test(reading.folded.slice(syllable.end, syllable.end + 2))
  );
}

function beginsOrganisation(reading: Reading, syllable: Syllable): boolean {
  const match = titleHeads.matchAt(reading, syllable.start) ?? organisations.matchAt(reading, syllable.start);
  return match !== null && (match.end > syllable.end || !isFamilyName(syllable.folded));
}

function nameIn(reading: Reading, run: readonly Syllable[], known: ReadonlySet<string>): NameCandidate | null {
  const [first, ...others] = run;
  if (!first) return null;
  const before = honorificBefore(reading, first.start);
  const province = provinceAt(reading, first.start) ?? vietnam.matchAt(reading, first.start);
  const isPlace = province !== null && run.every(({ end }) => end <= province.end);
  if (before) return isPlace || beginsOrganisation(reading, first) ? null : candidate(reading, run, before);
  // "Ông Thị Mỹ Hạnh": Ông is a family name too
  const addressed = capitalHonorifics.has(first.folded) && others.length > 1 && others[0]?.folded !== "thị";
  if (addressed) return candidate(reading, others, first);
  // the place of a body that is told without its word: "Chủ tịch HĐND Châu Đức"
  if (known.has(run.map(({ start, end }) => reading.text.slice(start, end)).join(" "))) return null;
  const rest = province ? run.filter(({ start }) => start >= province.end) : run;
  if (province && rest.length > 0) return nameIn(reading, rest, known);
  const from = placeLength(rest, known);
  const start = from < rest.length ? from : rest.findIndex(({ folded }) => isFamilyName(folded));
  return start < 0 || province ? null : candidate(reading, rest.slice(start), null);
}

const vietnam = Lexicon.of(["Việt Nam"]);

function candidate(reading: Reading, syllables: readonly Syllable[], honorific: Span | null): NameCandidate | null {
  const name = syllables.slice(0, longestName);
  const [first] = name;
  const last = name.at(-1);
  if (!first || !last || name.length < 2) return null;
  const before = skipSpacesBack(reading.folded, honorific?.start ?? first.start);
  return isNamedAfter(reading, before) ? null : { start: first.start, end: last.end, honorific };
}

/** Whether the words that end at `at` say that the name is of a thing, or of a village with no title before it. */
function isNamedAfter(reading: Reading, at: number): boolean {
  if (endingsOfOtherWords.matchBefore(reading, at, 20)) return false;
  if (namedThings.matchBefore(reading, at, 25)) return true;
  const settlement = namedSettlements.matchBefore(reading, at, 16);
  return settlement !== null && !followsTitle(reading, settlement.start);
}

/** The word of address that ends before `at`, a colon between them or none. */
function honorificBefore(reading: Reading, at: number): Span | null {
  const { folded } = reading;
  let end = skipSpacesBack(folded, at);
  if (folded[end - 1] === ":") end = skipSpacesBack(folded, end - 1);
  return honorifics.matchBefore(reading, end, 22);
}
