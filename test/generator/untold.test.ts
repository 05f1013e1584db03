import { describe, expect, it } from "vitest";
import { readWritten } from "../accuracy/read-written.ts";
import { scoreReading } from "../accuracy/score-reading.ts";
import { damages } from "../../demo/generator/damages/damages.ts";
import { editions } from "../../demo/generator/editions.ts";
import { generatePrints } from "../../demo/generator/generate-prints.ts";
import { textLayouts } from "../../demo/generator/layouts/layouts.ts";
import { writeReport } from "../../demo/generator/write-report.ts";

const telling = new Set(["span-loss", "glued-cells", "lost-rows", "repeated-lines-removed"]);
const layouts = textLayouts.filter(({ name }) =>
  ["text-pipes", "text-tabs", "text-one-line"].includes(name),
);

describe.each(damages.filter(({ name }) => telling.has(name)))(
  "numbers that $name destroys",
  (damage) => {
    it.each(editions)("are told: $name", async (edition) => {
      const [prints = new Map<string, string>()] = generatePrints(edition.form, 2026, 1);
      for (const layout of layouts) {
        const written = writeReport({ edition, prints, damage, seed: 2026 }, layout);
        const score = scoreReading(await readWritten(Buffer.from(written.content)), written);
        expect({ layout: layout.name, silent: score.silent, wrong: score.wrong }).toEqual({
          layout: layout.name,
          silent: 0,
          wrong: [],
        });
      }
    });
  },
);
