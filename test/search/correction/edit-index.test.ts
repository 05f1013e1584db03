import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EditIndex, isMoved } from "../../../search/correction/edit-index.ts";
import { HashIndex } from "../../../search/correction/hash-index.ts";
import { RollingHash, hashText } from "../../../search/correction/rolling-hash.ts";
import { countEdits } from "../../../search/language/nearest-name.ts";

const text = fc.string({
  unit: fc.constantFrom("天", "地", "人", "和"),
  minLength: 2,
  maxLength: 6,
});

describe("texts one slip away", () => {
  it("are those that looking at each of them finds", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 60 }), text, text, (texts, before, typed) => {
        const index = new EditIndex(
          (id) => texts[id] ?? "",
          (add) => {
            for (const id of texts.keys()) add(id);
          },
        );
        const near = [...texts.keys()].filter((id) => {
          const known = texts[id] ?? "";
          return countEdits(typed, known, 1) === 1 || isMoved(typed, known);
        });
        expect(index.find(typed, new RollingHash(before + typed), before.length)).toEqual(near);
      }),
    );
  });

  it.each([
    ["依申公开请", "依申请公开", true],
    ["依申请公开", "依申公开请", true],
    ["天地", "地天", true],
    ["天地人", "人地天", false],
    ["天地", "天地", false],
    ["天地", "天地人", false],
  ])("%s has a character elsewhere than %s: %s", (one, other, expected) => {
    expect(isMoved(one, other)).toBe(expected);
  });
});

describe("hashes of stretches", () => {
  it("are those of the texts that they spell", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ minLength: 1 }), (before, word) => {
        const hashes = new RollingHash(`${before}${word}x`);
        const [start, end] = [before.length, before.length + word.length];
        expect(hashes.readStretch(start, end)).toBe(hashText(word));
        for (let at = 0; at < word.length; at += 1)
          expect(hashes.readWithout(start, end, start + at)).toBe(
            hashText(word.slice(0, at) + word.slice(at + 1)),
          );
      }),
    );
  });

  it("lead to every number that was put under them, smallest first, and to no other", () => {
    const index = new HashIndex((add) => {
      for (const [hash, id] of [
        [7, 3],
        [0, 0],
        [7, 1],
        [2 ** 31 - 1, 2 ** 22 - 1],
        [8, 2],
        [7, 2 ** 22],
      ] as const)
        add(hash, id);
    });
    const list = (hash: number): readonly number[] => {
      const found: number[] = [];
      index.visit(hash, (id) => found.push(id));
      return found;
    };
    expect(index.size).toBe(5);
    expect([0, 7, 8, 2 ** 31 - 1, 9].map(list)).toEqual([[0], [1, 3], [2], [2 ** 22 - 1], []]);
  });
});
