import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWritten } from "../accuracy/read-written.ts";
import { scoreReading } from "../accuracy/score-reading.ts";
import { findBrowser } from "../web/open-browser.ts";
import { type Edition, editions } from "../../demo/generator/editions.ts";
import { generatePrints } from "../../demo/generator/generate-prints.ts";
import type { PressedLayout } from "../../demo/generator/layouts/layout.ts";
import { pressedLayouts } from "../../demo/generator/layouts/layouts.ts";
import { openPress } from "../../demo/generator/press/open-press.ts";
import type { Press } from "../../demo/generator/press/press.ts";
import { writeReportFile } from "../../demo/generator/write-report.ts";

const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
/** Every second edition in one layout, the others in the next; `npm run nightly` presses all of them in each. */
function chooseEditions(layout: PressedLayout): readonly Edition[] {
  const place = pressedLayouts.indexOf(layout);
  return factor > 1 ? editions : editions.filter((_, at) => at % 2 === place % 2);
}

const hasOffice = existsSync("/usr/bin/soffice");

describe.skipIf(findBrowser() === null)("reports that other programs make", () => {
  let press: Press;
  beforeAll(async () => {
    press = await openPress();
  });
  afterAll(async () => {
    await press.close();
  });

  async function measure(layout: PressedLayout, seed: number) {
    const scores = [];
    for (const edition of chooseEditions(layout))
      for (const prints of generatePrints(edition.form, seed, factor)) {
        const report = await writeReportFile({ edition, prints }, layout, press);
        scores.push(scoreReading(await readWritten(report.content), report));
      }
    return scores;
  }

  const texts = pressedLayouts.filter(
    ({ isImage, press: by }) => !isImage && (by !== "doc" || hasOffice),
  );
  const easy = texts.filter(({ hard }) => hard === undefined);
  it.each(easy)("in $name give all of their numbers", async (layout) => {
    for (const score of await measure(layout, 11))
      expect(score).toEqual({ ...score, read: score.expected, missing: 0, wrong: [] });
  });

  const hard = texts.filter((layout) => layout.hard !== undefined);
  it.each(hard)("in $name give no wrong number and tell what is missing", async (layout) => {
    for (const { wrong, silent, read, expected } of await measure(layout, 11)) {
      expect({ wrong, silent }).toEqual({ wrong: [], silent: 0 });
      expect(read).toBeGreaterThan(0.9 * expected);
    }
  });

  const images = pressedLayouts.filter(({ isImage }) => isImage);
  it.each(images)("in $name give no wrong number", async (layout) => {
    for (const { wrong, silent } of await measure(layout, 12))
      expect({ wrong, silent }).toEqual({ wrong: [], silent: 0 });
  });
});
