import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildChunk,
  buildFactColumns,
  chunkLength,
  joinChunks,
  mergeChunks,
  readColumn,
} from "../../../search/facts/fact-columns.ts";
import { packColumn, unpackColumn } from "../../../search/facts/packed-column.ts";
import { buildRow } from "./fact-rows.ts";

const none = Number.NaN;

describe("a packed column", () => {
  const number = fc.oneof(
    { weight: 3, arbitrary: fc.constant(none) },
    fc.integer({ min: 0, max: 260 }),
    fc.integer({ min: -40_000, max: 40_000 }),
    fc.integer({ min: -2_147_483_650, max: 2_147_483_650 }),
    fc.double({ noNaN: true }).map((value) => value + 0),
  );

  test("gives back every number and every gap", () => {
    const columns = fc.oneof(
      fc.array(number, { maxLength: 60 }),
      fc.array(fc.oneof(fc.constant(none), fc.integer({ min: 0, max: 255 })), { maxLength: 60 }),
      fc.array(fc.constantFrom(none, -32_768, 32_767, 5), { maxLength: 60 }),
      fc.array(fc.constantFrom(none, none, none, none, none, none, 7), { maxLength: 60 }),
    );
    fc.assert(
      fc.property(columns, (numbers) => {
        const packed = packColumn(Float64Array.from(numbers));
        const target = new Float64Array(numbers.length + 3).fill(none);
        if (packed !== null) unpackColumn(packed, target, 2);
        expect([...target]).toEqual([none, none, ...numbers, none]);
      }),
    );
  });

  test("takes a byte for a small count and next to nothing for a number that few give", () => {
    const counts = Float64Array.from({ length: 1_000 }, (_, index) => index % 200);
    expect(packColumn(counts)?.values.byteLength).toBe(1_000);
    const rare = new Float64Array(1_000).fill(none);
    rare[10] = 12.5;
    const packed = packColumn(rare);
    expect((packed?.values.byteLength ?? 0) + (packed?.at?.byteLength ?? 0)).toBe(10);
    expect(packColumn(new Float64Array(1_000).fill(none))).toBeNull();
  });
});

describe("columns", () => {
  test("tell the number of each report over several chunks, and that there is none", () => {
    const rows = Array.from({ length: chunkLength * 2 + 5 }, (_, index) =>
      buildRow(`r-${index}`, { ...(index % 2 === 0 && { even: index }), own: index / 4 }),
    );
    const columns = buildFactColumns(rows);
    expect(columns.chunks).toHaveLength(3);
    expect([...readColumn(columns, "even")]).toEqual(
      rows.map((_, index) => (index % 2 === 0 ? index : none)),
    );
    expect([...readColumn(columns, "own")]).toEqual(rows.map((_, index) => index / 4));
    expect([...readColumn(columns, "unknown")]).toEqual(rows.map(() => none));
    expect(columns.positions.get("r-1500")).toBe(1500);
  });

  test("list the reports by their ids, whatever order they came in", () => {
    const columns = buildFactColumns([buildRow("b", {}), buildRow("c", {}), buildRow("a", {})]);
    const ids = Array.from(columns.byId, (position) => columns.reports[position]);
    expect(ids).toEqual(["a", "b", "c"]);
  });

  test("of merged chunks are those of the reports that are left", () => {
    const one = buildChunk([buildRow("a", { x: 1 }), buildRow("b", { x: 2, y: 300 })]);
    const two = buildChunk([buildRow("c", { y: -4 }), buildRow("d", { z: 0.5 })]);
    const columns = joinChunks([mergeChunks([one, two], new Set(["a"]))]);
    expect(columns.reports).toEqual(["b", "c", "d"]);
    expect([...readColumn(columns, "x")]).toEqual([2, none, none]);
    expect([...readColumn(columns, "y")]).toEqual([300, -4, none]);
    expect([...readColumn(columns, "z")]).toEqual([none, none, 0.5]);
  });
});
