/** Numbers that look random and come again for the same seed (mulberry32): below `limit`, from 0. */
export function randomOf(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Random = ReturnType<typeof randomOf>;

const ways: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  // a byte is another
  (bytes, random) => {
    bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  // a bit is flipped
  (bytes, random) => {
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    return bytes;
  },
  // the end is missing
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  // a piece is missing
  (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(64))]);
  },
  // a piece stands twice
  (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at + 1 + random(200)), bytes.subarray(at)]);
  },
  // a run of one byte
  (bytes, random) => bytes.fill(random(256), random(bytes.length), random(bytes.length)),
  // a number is huge
  (bytes, random) => {
    const text = bytes.toString("latin1");
    const numbers = [...text.matchAll(/\d+/g)];
    const number = numbers[random(Math.max(1, numbers.length))];
    if (!number) return bytes;
    return Buffer.from(
      `${text.slice(0, number.index)}9999999999${text.slice(number.index + number[0].length)}`,
      "latin1",
    );
  },
];

/** The bytes with one to four faults. */
export function mutated(bytes: Uint8Array, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let fault = 0; fault <= random(4) && result.length > 0; fault++) {
    result = Buffer.from((ways[random(ways.length)] ?? ((same) => same))(result, random));
  }
  return result;
}
