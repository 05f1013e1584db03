import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readUnits } from "../../../search/grams/read-units.ts";
import { walkUnits } from "../../../search/grams/walk-units.ts";
import { mixedText } from "./mixed-text.ts";

function walk(text: string): readonly string[] {
  const units: string[] = [];
  walkUnits(text, {
    visitSign: (point) => void units.push(String.fromCodePoint(point)),
    visitWord: (word) => void units.push(`word ${word}`),
  });
  return units;
}

function read(text: string): readonly string[] {
  return readUnits(text).map(({ kind, text: unit }) =>
    kind === "number" || kind === "word" ? `word ${unit}` : unit,
  );
}

const numbers = fc.string({
  unit: fc.constantFrom(...Array.from("0123456789,.,.aZ公。，．１Ａ \n-、")),
  maxLength: 14,
});

describe("a walk through a text meets the units that reading gives", () => {
  test("for every character, by itself and between others", () => {
    const all = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
    const wrong = all.filter((char) =>
      ["", "公", "1", "a"].some((side) => {
        const text = side + char + side;
        return walk(text).join("|") !== read(text).join("|");
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("for texts with numbers, words, marks, what is invisible, and lines", () => {
    fc.assert(
      fc.property(fc.oneof(mixedText, numbers), (text) => {
        expect(walk(text)).toEqual(read(text));
      }),
      { numRuns: 1000 },
    );
  });
});
