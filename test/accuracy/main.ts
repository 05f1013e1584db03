// `npm run accuracy`: how exactly reports in every layout, form and damage are read, as docs/accuracy.md.
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openRecognizerOnDemand } from "../../indexer/ocr/open-recognizer-on-demand.ts";
import { openPress } from "../../demo/generator/press/open-press.ts";
import { describeAccuracy } from "./describe-accuracy.ts";
import { measureAccuracy } from "./measure-accuracy.ts";

const { values } = parseArgs({
  options: { cases: { type: "string", default: "12" }, seed: { type: "string", default: "2026" } },
});
const plan = { cases: readNumber("cases", values.cases), seed: readNumber("seed", values.seed) };
const press = await openPress();
const recognizer = openRecognizerOnDemand(availableParallelism());
try {
  const accuracy = await measureAccuracy(plan, {
    press,
    scan: { recognize: recognizer.recognize },
    report: (line) => process.stderr.write(`${line}\n`),
  });
  const file = join(import.meta.dirname, "..", "..", "docs", "accuracy.md");
  writeFileSync(file, describeAccuracy(accuracy));
  process.stdout.write(`${file}\n`);
} finally {
  await press.close();
  await recognizer.close();
}

function readNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} ${text}: give a whole number from 1 on.`);
  return number;
}
