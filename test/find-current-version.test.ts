import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findCurrentVersion,
  type Sighting,
  type WeighedVersion,
} from "../corpus/find-current-version.ts";

function weigh(id: number, facts: number, day = id): WeighedVersion {
  return { id, facts, capturedAt: `2024-01-0${day}` };
}

function see(versionId: number, place: string, day: number): Sighting {
  return { versionId, place, seenAt: `2024-02-0${day}`, isOver: false };
}

function lose(versionId: number, place: string, day: number): Sighting {
  return { ...see(versionId, place, day), isOver: true };
}

interface Weighing {
  readonly versions: readonly WeighedVersion[];
  readonly sightings: readonly Sighting[];
}

describe("the version that holds", () => {
  it.each<[string, Weighing, number | null]>([
    ["none of none", { versions: [], sightings: [] }, null],
    [
      "the last one of a place, whatever it says",
      { versions: [weigh(1, 9), weigh(2, 1)], sightings: [see(1, "a", 1), see(2, "a", 2)] },
      2,
    ],
    [
      "an older one that came back",
      { versions: [weigh(1, 5), weigh(2, 5)], sightings: [see(1, "a", 3), see(2, "a", 2)] },
      1,
    ],
    [
      "of several places the one with most numbers",
      { versions: [weigh(1, 9), weigh(2, 1)], sightings: [see(1, "a", 1), see(2, "b", 2)] },
      1,
    ],
    [
      "of as many numbers the newest",
      { versions: [weigh(1, 5), weigh(2, 5)], sightings: [see(1, "a", 2), see(2, "b", 1)] },
      2,
    ],
    [
      "not what is gone",
      { versions: [weigh(1, 9), weigh(2, 1)], sightings: [lose(1, "a", 1), see(2, "b", 2)] },
      2,
    ],
    [
      "what is gone where all is",
      { versions: [weigh(1, 9), weigh(2, 1)], sightings: [lose(1, "a", 1), lose(2, "b", 2)] },
      1,
    ],
    [
      "what is gone here and still there",
      {
        versions: [weigh(1, 9), weigh(2, 1)],
        sightings: [lose(1, "a", 1), see(1, "c", 1), see(2, "b", 2)],
      },
      1,
    ],
  ])("is %s", (_, { versions, sightings }, expected) => {
    expect(findCurrentVersion(versions, sightings)).toBe(expected);
  });

  it("is the same in whatever order they are given", () => {
    const versions = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 });
    const sightings = fc.array(
      fc.record({
        versionId: fc.integer({ min: 1, max: 6 }),
        place: fc.constantFrom("a", "b", "c"),
        seenAt: fc.constantFrom("2024-02-01", "2024-02-02"),
        isOver: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(versions, sightings, (ids, seen) => {
        const weighed = ids.map((id) => weigh(id, id % 2, (id % 3) + 1));
        const known = seen.filter(({ versionId }) => ids.includes(versionId));
        const unique = [...new Map(known.map((s) => [`${s.versionId} ${s.place}`, s])).values()];
        const expected = findCurrentVersion(weighed, unique);
        expect(findCurrentVersion(weighed.toReversed(), unique.toReversed())).toBe(expected);
        expect(expected === null).toBe(unique.length === 0);
      }),
    );
  });
});
