import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWritten } from "../accuracy/read-written.ts";
import { scoreReading } from "../accuracy/score-reading.ts";
import { damages } from "../../demo/generator/damages/damages.ts";
import type { Damage } from "../../demo/generator/damages/damage.ts";
import { editions, type Edition } from "../../demo/generator/editions.ts";
import { encodeText, encodings } from "../../demo/generator/encode-text.ts";
import { reportPrintsOf } from "../../demo/generator/generate-prints.ts";
import { fileLayouts, textLayouts } from "../../demo/generator/layouts/layouts.ts";
import type { Layout } from "../../demo/generator/layouts/layout.ts";
import { isMet, keepsFacts, writeReport } from "../../demo/generator/write-report.ts";

/** `FUZZ_FACTOR=100` runs so many times the usual number of cases. */
const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
const layouts = [...textLayouts, ...fileLayouts];

interface Drawn {
  readonly edition: Edition;
  readonly prints: ReadonlyMap<string, string>;
  readonly seed: number;
}

/** Failures name form, damage and seed; smaller numbers would say no more. */
const runs = (times: number) => ({ numRuns: times * factor, endOnFailure: true });

const drawn: fc.Arbitrary<Drawn> = fc.constantFrom(...editions).chain((edition) =>
  fc.record({
    edition: fc.constant(edition),
    prints: reportPrintsOf(edition.form),
    seed: fc.nat(),
  }),
);

async function read(plan: Drawn & { readonly damage: Damage | null }, layout: Layout) {
  const { content, ...printed } = writeReport(plan, layout);
  return scoreReading(await readWritten(Buffer.from(content)), printed);
}

describe.each(layouts)("a report in $name", (layout) => {
  it("gives all of its numbers", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (plan) => {
        const { expected, read: right, wrong } = await read({ ...plan, damage: null }, layout);
        expect(wrong).toEqual([]);
        expect(right).toBe(expected);
      }),
      runs(6),
    );
  });

  it("with any damage gives no wrong number, and all where nothing is lost", async () => {
    const met = damages.filter((damage) => isMet(damage, layout));
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(...met), async (plan, damage) => {
        const { expected, read: right, wrong } = await read({ ...plan, damage }, layout);
        expect({ damage: damage.name, wrong }).toEqual({ damage: damage.name, wrong: [] });
        const least = keepsFacts(damage, layout) ? expected : 0;
        expect({ damage: damage.name, isWhole: right >= least }).toEqual({
          damage: damage.name,
          isWhole: true,
        });
      }),
      runs(12),
    );
  });
});

describe.each(encodings)("a page or text in %s", (encoding) => {
  it("gives all of its numbers", async () => {
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(...textLayouts), async (plan, layout) => {
        const { content, ...printed } = writeReport(plan, layout);
        const bytes = encodeText(String(content), encoding);
        const score = scoreReading(await readWritten(bytes), printed);
        expect(score.wrong).toEqual([]);
        expect(score.read).toBe(score.expected);
      }),
      runs(6),
    );
  });
});
