import { expect, test } from "vitest";
import { decode } from "../../../src/documents/encodings/decode.js";
import { KyhopError } from "../../../src/errors.js";

const decoded = (bytes: Uint8Array) => decode({ source: "tin.txt", bytes }).text;
const failure = (bytes: Uint8Array): KyhopError => {
  try {
    decoded(bytes);
  } catch (error) {
    if (error instanceof KyhopError) return error;
  }
  throw new Error("it was decoded");
};
const joined = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([...part]))));

test("UTF-8 is read, with and without its mark", () => {
  expect(decoded(Buffer.from("Kỳ họp"))).toBe("Kỳ họp");
  expect(decoded(joined([0xef, 0xbb, 0xbf], "Kỳ họp"))).toBe("Kỳ họp");
});

test("UTF-16 with its mark is read in both byte orders", () => {
  const little = Buffer.from("\uFEFFNghị quyết", "utf16le");
  expect(decoded(little)).toBe("Nghị quyết");
  expect(decoded(Buffer.from(little).swap16())).toBe("Nghị quyết");
});

test("UTF-16 without a mark is told by its zeros", () => {
  const little = Buffer.from("Hội đồng nhân dân xã An Lạc Hạ họp kỳ thứ hai", "utf16le");
  expect(decoded(little)).toBe("Hội đồng nhân dân xã An Lạc Hạ họp kỳ thứ hai");
  expect(decoded(Buffer.from(little).swap16())).toBe("Hội đồng nhân dân xã An Lạc Hạ họp kỳ thứ hai");
});

test("NUL bytes are told to be no text", () => {
  expect(failure(joined("a", [0], "b")).code).toBe("DOCUMENT_BINARY");
});

test.each([
  ["truncated in its last letter", joined("Hội đồng nhân dâ", [0xe1, 0xbb]), Buffer.byteLength("Hội đồng nhân dâ")],
  ["a legacy byte between letters", joined("phường ", [0xb8], " họp"), Buffer.byteLength("phường ")],
  ["wrong from its first byte", joined([0xff], "abc"), 0],
  ["wrong far inside", joined("ừ".repeat(5000), [0xc3, 0x28], "ừ".repeat(5000)), 15_000],
])("invalid UTF-8 is refused with the byte: %s", (_, bytes, offset) => {
  expect(failure(bytes)).toMatchObject({ code: "DOCUMENT_ENCODING", details: { offset } });
});
