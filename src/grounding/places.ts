import type { CleanDocument } from "../documents/document.js";
import type { MentionOf } from "../mentions/mention.js";
import type { Area } from "../records/area.js";
import { areaCode } from "../records/area-codes.js";
import provinces from "../vietnamese/data/provinces.json" with { type: "json" };
import type { AreaName } from "../vietnamese/places/areas.js";
import { foldedWords } from "../vietnamese/text/fold.js";

const ranks: Readonly<Record<AreaName["level"], number>> = { province: 0, district: 1, commune: 2 };
/** What joins a place to the one above it: "phường Tân Khê, quận Nam Hải", "xã An Bình (huyện Lộc Hà)". */
const joint = /^(?:,| -| –| \(| thuộc| của)? ?$/;
const host = /(?:[a-z0-9-]+\.)+gov\.vn/g;

/** The places of a document as the record gives them: with what stands above them, and their code. */
export class Places {
  private readonly above = new Map<string, readonly string[]>();
  private readonly named: ReadonlySet<string>;
  /** of the office that published the document, told by its address */
  readonly province: AreaName | null;

  /** @param areas every `area` mention of the document, in order */
  constructor(document: Pick<CleanDocument, "text" | "source" | "publisher">, areas: readonly MentionOf<"area">[]) {
    this.province = provinceOfHost(`${document.source} ${document.publisher ?? ""}`);
    this.named = new Set(areas.map(({ value }) => key(value)));
    for (const [index, area] of areas.entries()) {
      const chain = chainAbove(document.text, areas, index);
      if (chain.length > (this.above.get(key(area.value))?.length ?? 0)) this.above.set(key(area.value), chain);
    }
  }

  /** Whether the text names the place. */
  names(area: AreaName): boolean {
    return this.named.has(key(area));
  }

  /** @param on the ISO day that decides which list of codes holds, or `null` where none is known */
  area(name: AreaName, on: string | null): Area {
    const stated = this.above.get(key(name)) ?? [];
    const knowsProvince = name.level === "province" || stated.some((parent) => provinceNames.has(foldedWords(parent)));
    const parents = knowsProvince || !this.province ? [...stated] : [...stated, words(this.province)];
    return { type: name.type, name: name.name, level: name.level, code: areaCode(name, on, parents), parents };
  }
}

const words = ({ type, name }: AreaName): string => `${type} ${name}`;
const key = (area: AreaName): string => foldedWords(words(area));

/** The places that follow a place directly, each of a higher level than the one before. */
function chainAbove(text: string, areas: readonly MentionOf<"area">[], index: number): readonly string[] {
  const chain: string[] = [];
  let last = areas[index];
  for (let next = areas[index + 1 + chain.length]; last && next; next = areas[index + 1 + chain.length]) {
    const between = text.slice(last.end, next.start);
    if (between.length > 8 || !joint.test(between) || ranks[next.value.level] >= ranks[last.value.level]) break;
    chain.push(words(next.value));
    last = next;
  }
  return chain;
}

const provinceAreas: readonly AreaName[] = [
  ...provinces.cities.map((name) => ({ type: "thành phố", name, level: "province" }) as const),
  ...provinces.provinces.map((name) => ({ type: "tỉnh", name, level: "province" }) as const),
];
const provinceNames = new Set(provinceAreas.map(key));
/** Names as they stand in addresses: "Hà Giang" is "hagiang". A city is listed before a province of its name. */
const provinceByHost = new Map([...provinceAreas].reverse().map((area) => [hostLabel(area.name), area] as const));

/** The province that an office's address names: "phuongben.hagiang.gov.vn" → tỉnh Hà Giang. */
function provinceOfHost(source: string): AreaName | null {
  for (const [address] of source.toLowerCase().matchAll(host)) {
    for (const label of address.split(".").reverse()) {
      const province = provinceByHost.get(label);
      if (province) return province;
    }
  }
  return null;
}

function hostLabel(name: string): string {
  return foldedWords(name)
    .normalize("NFD")
    .replace(/đ/g, "d")
    .replace(/[^a-z]/g, "");
}
