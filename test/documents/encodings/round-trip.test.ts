import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/documents/encodings/decode.js";
import { KyhopError } from "../../../src/errors.js";
import { isSyllable, onsets, rimes } from "../../../src/vietnamese/text/syllables.js";
import { encoders } from "../../support/encode.js";

const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
const vowel = /[aăâeêioôơuưy](?=[^aăâeêioôơuưy]*$)/;
const syllables = ["", ...onsets].flatMap((onset) =>
  rimes.flatMap((rime) =>
    tones.map((tone) => (onset + rime).replace(vowel, `$&${tone}`).normalize("NFC")).filter(isSyllable),
  ),
);
const syllable = fc.constantFrom(...syllables);
const sentence = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: syllable }, { weight: 1, arbitrary: fc.constantFrom("2,5", "12", "-", "(HĐND)") }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((words) => words.join(" "));

/** The text that comes out, or `null` where the bytes are refused. */
function outcome(bytes: Uint8Array): string | null {
  try {
    return decode({ source: "a.txt", bytes }).text.normalize("NFC");
  } catch (error) {
    if (error instanceof KyhopError) return null;
    throw error;
  }
}

describe.each(Object.entries(encoders))("%s", (_, encode) => {
  test("10,000 random texts come back as they were, or are refused", () => {
    const wrong: string[] = [];
    let refused = 0;
    let told = 0;
    fc.assert(
      fc.property(sentence, (text) => {
        const bytes = encode(text);
        if (!bytes) return;
        told++;
        const out = outcome(bytes);
        if (out === null) refused++;
        else if (out !== text) wrong.push(`${text} → ${out}`);
      }),
      { numRuns: 10_000, seed: 4 },
    );
    expect(wrong).toEqual([]);
    expect(refused).toBeLessThan(told / 5);
  });
});
