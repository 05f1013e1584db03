import { describe, expect, test } from "vitest";
import { cutGrams } from "../../../search/grams/cut-grams.ts";

const engineReads = 65_535;
const buildWords = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `w${index}`);

describe("grams of a content", () => {
  test("of usual length stay in one field", () => {
    const grams = buildWords(1000).join(" ");
    expect(cutGrams(grams)).toEqual({ content: grams, rest: {} });
    expect(cutGrams("")).toEqual({ content: "", rest: {} });
  });

  test("that are too many for the engine go on in fields that it reads whole", () => {
    const words = buildWords(150_000);
    const { content, rest } = cutGrams(words.join(" "));
    const parts = [content, ...Object.values(rest)].map((part) => part.split(" "));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.length).toBeLessThan(engineReads);
    expect(new Set(parts.flat())).toEqual(new Set(words));
  });

  test("are found across the border of two fields", () => {
    const words = buildWords(70_000);
    const { content, rest } = cutGrams(words.join(" "));
    const parts = [content, ...Object.values(rest)];
    for (let at = 59_600; at < 60_200; at += 7) {
      const phrase = words.slice(at, at + 100).join(" ");
      expect(parts.some((part) => ` ${part} `.includes(` ${phrase} `))).toBe(true);
    }
  });
});
