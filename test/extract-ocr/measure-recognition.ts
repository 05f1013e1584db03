// Prints how many numbers of scanned fictional reports are read right, left out and wrong, by font and scanner:
// npx tsx test/extract-ocr/measure-recognition.ts [threads]
import process from "node:process";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { readScan } from "../../indexer/extract/ocr/read-scan.ts";
import { openRecognizer } from "../../indexer/ocr/open-recognizer.ts";
import { openPrinter } from "../extract-pdf/print-pdf.ts";
import { compareFacts, listFacts, printReport, scanReport, type Print } from "./print-scans.ts";
import { scanners } from "./scanners.ts";

const prints: readonly Print[] = [
  { form: form2021, font: '"Noto Serif CJK SC"', seed: 11 },
  { form: form2019, font: '"Noto Sans CJK SC"', seed: 12 },
  { form: form2021, font: '"Liberation Serif"', css: "td { text-align: center }", seed: 13 },
  { form: form2021, font: '"WenQuanYi Zen Hei"', css: "table { font-size: 10.5pt }", seed: 14 },
];

const recognizer = await openRecognizer(Number(process.argv[2] ?? 1));
const browser = await openPrinter();
for (const print of prints) {
  const report = await printReport(browser, print);
  for (const [name, scan] of Object.entries(scanners)) {
    const images = await scanReport(report, scan);
    const start = Date.now();
    const page = await readScan(images, { recognize: recognizer.recognize });
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    const { right, missing, wrong } = compareFacts(report.facts, listFacts(page));
    const lost = page.body.filter(
      (block) => block.kind === "line" && block.text.includes("\ufffd"),
    );
    process.stdout.write(
      `${print.font} ${print.form.id}, ${name}: right ${right}, missing ${missing}, wrong ${wrong.length}, doubtful lines ${lost.length}, ${seconds} s\n${wrong.map((line) => `  ${line}\n`).join("")}`,
    );
  }
}
await browser.close();
await recognizer.close();
