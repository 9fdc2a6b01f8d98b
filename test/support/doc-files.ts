const sectorLength = 512;
const [endOfChain, fatSector, free] = [0xfffffffe, 0xfffffffd, 0xffffffff];
/** a stream below this size would stand in the mini stream */
const smallestStream = 4096;
const fibLength = 1024;

/** A Word 97 document of the smallest kind ([MS-DOC], [MS-CFB]): one piece of text in UTF-16, no formats. */
export function docOf(paragraphs: readonly string[]): Uint8Array {
  const text = `${paragraphs.join("\r")}\r`;
  const document = Buffer.alloc(Math.max(smallestStream, fibLength + 2 * text.length));
  document.writeUInt16LE(0xa5ec, 0);
  document.writeUInt16LE(0x0200, 0x0a);
  document.writeUInt32LE(fibLength, 0x18);
  document.writeUInt32LE(text.length, 0x4c);
  document.writeUInt32LE(0, 0x01a2);
  document.write(text, fibLength, "utf16le");
  const table = Buffer.alloc(smallestStream);
  table.writeUInt8(2, 0);
  table.writeUInt32LE(4 + 12, 1);
  table.writeUInt32LE(0, 5);
  table.writeUInt32LE(text.length, 9);
  table.writeUInt32LE(fibLength, 15);
  return compoundFile([
    ["WordDocument", document],
    ["1Table", table],
  ]);
}

/** The allocation table's sector first, then the directory's, then the streams one after the other. */
function compoundFile(streams: readonly (readonly [name: string, bytes: Buffer])[]): Uint8Array {
  const fat: number[] = [fatSector, endOfChain];
  const sectors: Buffer[] = [];
  const entries = streams.map(([name, bytes], index) => {
    const start = fat.length;
    const count = Math.ceil(bytes.length / sectorLength);
    for (let sector = 1; sector <= count; sector++) fat.push(sector === count ? endOfChain : start + sector);
    sectors.push(Buffer.concat([bytes, Buffer.alloc(count * sectorLength - bytes.length)]));
    return entryOf(name, 2, start, bytes.length, index + 2 <= streams.length ? index + 2 : free);
  });
  const directory = Buffer.concat([entryOf("Root Entry", 5, endOfChain, 0, free, 1), ...entries]);
  const table = Buffer.alloc(sectorLength, 0xff);
  for (const [sector, next] of fat.entries()) table.writeUInt32LE(next, 4 * sector);
  const padded = Buffer.concat([
    directory,
    Buffer.alloc(sectorLength - (directory.length % sectorLength || sectorLength)),
  ]);
  return Buffer.concat([headerOf(), table, padded, ...sectors]);
}

function headerOf(): Buffer {
  const header = Buffer.alloc(sectorLength, 0xff);
  header.fill(0, 0, 76);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(smallestStream, 56);
  header.writeUInt32LE(endOfChain, 60);
  header.writeUInt32LE(endOfChain, 68);
  header.writeUInt32LE(0, 76);
  return header;
}

function entryOf(name: string, type: number, start: number, size: number, right: number, child = free): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(`${name}\0`, "utf16le");
  entry.writeUInt16LE(2 * (name.length + 1), 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  entry.writeUInt32LE(free, 68);
  entry.writeUInt32LE(right, 72);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}
