import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFactKey } from "../../corpus/fact.ts";
import { readWritten } from "../accuracy/read-written.ts";
import { dropSpace, openPlaces } from "../extract/read-place.ts";
import { damages } from "../../demo/generator/damages/damages.ts";
import { editions } from "../../demo/generator/editions.ts";
import { reportPrintsOf } from "../../demo/generator/generate-prints.ts";
import { fileLayouts, textLayouts } from "../../demo/generator/layouts/layouts.ts";
import { isMet, writeReport } from "../../demo/generator/write-report.ts";

const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
const runs = { numRuns: 8 * factor, endOnFailure: true };

/** How pages hold a flat text. */
const wraps: readonly (readonly [string, (text: string) => string])[] = [
  ["one paragraph with line breaks", (text) => `<p>${text.replaceAll("\n", "<br>")}</p>`],
  ["one preformatted block", (text) => `<pre>${text}</pre>`],
  [
    "a block in spans",
    (text) => `<div>${text.replaceAll("\n", "<br>").replaceAll(/\d/gu, "<b>$&</b>")}</div>`,
  ],
  ["a paragraph a line", (text) => `<p>${text.replaceAll("\n", "</p>\n<p>")}</p>`],
];
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const frame = (body: string): string =>
  `<!doctype html><html><head><title>年报</title></head><body><div>首页 12</div>${body}</body></html>`;

const pages = textLayouts
  .filter(({ kind }) => kind === "text")
  .flatMap((layout) =>
    wraps.map(([name, wrap]) => ({
      name: `${layout.name} in ${name}`,
      layout,
      finish: (content: string | Uint8Array) => Buffer.from(frame(wrap(escape(String(content))))),
    })),
  );
const files = [...textLayouts, ...fileLayouts]
  .filter(({ name, kind }) => kind === "markup" || name === "docx")
  .map((layout) => ({
    name: layout.name,
    layout,
    finish: (content: string | Uint8Array) => Buffer.from(content),
  }));

describe.each([...files, ...pages])("the places of facts in $name", ({ layout, finish }) => {
  const met = damages.filter((damage) => isMet(damage, layout));
  const drawn = fc.constantFrom(...editions).chain((edition) =>
    fc.record({
      edition: fc.constant(edition),
      prints: reportPrintsOf(edition.form),
      seed: fc.nat(),
      damage: fc.option(fc.constantFrom(...met)),
    }),
  );

  it(
    "hold what was printed, of every number that was read",
    async () => {
      let numbers = 0;
      let lost = 0;
      await fc.assert(
        fc.asyncProperty(drawn, async (plan) => {
          const bytes = finish(writeReport(plan, layout).content);
          const facts = (await readWritten(bytes))?.facts ?? [];
          const read = openPlaces(bytes);
          const placed = facts.filter(({ at }) => at.in === "html");
          const told = placed.flatMap((fact) => {
            const words = read(fact);
            return words === null ? [] : [{ fact, words }];
          });
          expect(told.map(({ fact, words }) => [buildFactKey(fact), dropSpace(words)])).toEqual(
            told.map(({ fact }) => [buildFactKey(fact), dropSpace(fact.raw)]),
          );
          numbers += placed.filter(({ value }) => value !== null).length;
          lost += placed.filter((fact) => fact.value !== null && read(fact) === null).length;
        }),
        runs,
      );
      expect(numbers).toBeGreaterThan(0);
      expect(lost).toBe(0);
    },
    60_000 * factor,
  );
});
