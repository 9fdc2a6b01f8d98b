import { KyhopError } from "../../errors.js";

const headerLength = 512;
/** entries of the allocation table that its header lists itself */
const listed = 109;
/** sector numbers from here on are marks: end of chain, free, of the table itself */
const firstMark = 0xfffffffa;

/** where the header keeps how long sectors and small sectors are, as powers of two, and the most that either may say */
const lengths = [30, 32];
const mostLength = 12;
/** where the header keeps how many sectors the tables take */
const counts = [44, 64, 72];

/**
 * Looks whether an OLE file ([MS-CFB]) can be read in bounded time and memory: its header counts no more sectors than
 * there are, and its chains of sectors come to an end, not in a circle.
 * @throws KyhopError DOCUMENT_DAMAGED
 */
export function checkChains(path: string, bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < headerLength) throw damaged(path, "its header is cut");
  if (lengths.some((at) => file.readUInt16LE(at) > mostLength)) throw damaged(path, "its sectors are too long");
  const sectorLength = 2 ** Math.max(7, file.readUInt16LE(30));
  if (counts.some((at) => file.readUInt32LE(at) > file.length / sectorLength))
    throw damaged(path, "its header counts more sectors than there are");
  const sector = (number: number) =>
    file.subarray(headerLength + number * sectorLength, headerLength + (number + 1) * sectorLength);
  const table = tableSectors(file, sector, path).flatMap((number) => numbersIn(sector(number)));
  if (leadsInCircle(table)) throw damaged(path, "its chains of sectors lead in a circle");
  const mini = chainFrom(file.readUInt32LE(60), table).flatMap((number) => numbersIn(sector(number)));
  if (leadsInCircle(mini)) throw damaged(path, "its chains of small sectors lead in a circle");
}

/** The sectors that hold the allocation table; the header lists the first, a chain of its own the others. */
function tableSectors(file: Buffer, sector: (number: number) => Buffer, path: string): readonly number[] {
  const sectors = numbersIn(file.subarray(76, 76 + 4 * listed));
  const seen = new Set<number>();
  for (let next = file.readUInt32LE(68); next < firstMark; ) {
    if (seen.has(next)) throw damaged(path, "its list of tables leads in a circle");
    seen.add(next);
    const numbers = numbersIn(sector(next));
    next = numbers.pop() ?? firstMark;
    sectors.push(...numbers);
  }
  return sectors.filter((number) => number < firstMark);
}

function numbersIn(sector: Buffer): number[] {
  return Array.from({ length: Math.floor(sector.length / 4) }, (_, index) => sector.readUInt32LE(4 * index));
}

/** The chain from a sector on, in a table without circles. */
function chainFrom(start: number, table: readonly number[]): readonly number[] {
  const chain: number[] = [];
  for (let next: number | undefined = start; next !== undefined && next < firstMark; next = table[next])
    chain.push(next);
  return chain;
}

/** Follows every chain once: who meets a sector of the chain at hand is in a circle. */
function leadsInCircle(table: readonly number[]): boolean {
  const chainOf = new Int32Array(table.length);
  for (let start = 0; start < table.length; start++) {
    let next: number | undefined = start;
    while (next !== undefined && next < table.length && chainOf[next] === 0) {
      chainOf[next] = start + 1;
      next = table[next];
    }
    if (next !== undefined && chainOf[next] === start + 1) return true;
  }
  return false;
}

function damaged(path: string, reason: string): KyhopError {
  return new KyhopError("DOCUMENT_DAMAGED", { path, reason });
}
