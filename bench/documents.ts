import { availableParallelism } from "node:os";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { demoDivisions, listDemoFiles } from "../demo/list-demo.ts";
import { extractFiles } from "../indexer/extract-files.ts";
import { readPdf } from "../indexer/extract/pdf/read-pdf.ts";
import { drawTable, drawText, writePdf } from "../test/extract-pdf/write-pdf.ts";

const files = 10_000;
const megabyte = 1024 * 1024;
const pages = 10;

/** Memory of the process while it reads 10,000 files in threads, in megabytes after so many of them. */
export interface MemoryRow {
  readonly after: number;
  readonly megabytes: number;
}

/** Reads 10,000 files of the demo, and a PDF of ten full pages. */
export async function benchMemory(): Promise<readonly MemoryRow[]> {
  const demo = listDemoFiles();
  const list = Array.from({ length: files }, (_, at) => {
    return { file: demo[at % demo.length]?.file ?? "", address: null };
  });
  const rows: MemoryRow[] = [];
  let after = 0;
  const job = { files: list, loadPlaces: loadGazetteer, divisionLists: [demoDivisions] };
  for await (const reading of extractFiles(job)) {
    if (reading.fault !== null) throw new Error(reading.fault);
    if (++after % 1_000 === 0)
      rows.push({ after, megabytes: Math.round(process.memoryUsage().rss / megabyte) });
  }
  return rows;
}

/** Seconds that a PDF of ten pages full of tables and text takes, beside the same pages read one by one. */
export async function benchPdf(): Promise<{ readonly seconds: number; readonly ratio: number }> {
  const content = drawFullPage();
  const whole = writePdf({ pages: Array.from({ length: pages }, () => ({ content })) });
  const single = writePdf({ pages: [{ content }] });
  await readPdf(single);
  const turns: { whole: number; parts: number }[] = [];
  for (let turn = 0; turn < 5; turn++) {
    const took = await time(() => readPdf(whole));
    const parts = await time(async () => {
      for (let page = 0; page < pages; page++) await readPdf(single);
    });
    turns.push({ whole: took, parts });
  }
  const seconds = Math.min(...turns.map((turn) => turn.whole));
  const parts = Math.min(...turns.map((turn) => turn.parts));
  return { seconds, ratio: seconds / parts };
}

function drawFullPage(): string {
  const lines = Array.from({ length: 22 }, (_, at) =>
    drawText("石溪镇按照要求梳理公开事项，及时更新栏目内容，回应群众关切。", {
      x: 60,
      y: 790 - at * 16,
    }),
  );
  const xs = Array.from({ length: 9 }, (_, at) => 60 + at * 58);
  const ys = Array.from({ length: 22 }, (_, at) => 420 - at * 17);
  const texts = ys.slice(1).map((y) => xs.slice(1).map((x) => String((x * y) % 977)));
  return lines.join("") + drawTable({ xs, ys, texts });
}

async function time(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await call();
  return (performance.now() - start) / 1000;
}

/** Both measurements as lines. */
export async function describeDocuments(): Promise<string> {
  const pdf = await benchPdf();
  const start = performance.now();
  const rows = await benchMemory();
  const rate = files / ((performance.now() - start) / 1000);
  return [
    `PDF of ${pages} pages: ${pdf.seconds.toFixed(2)} s, ${pdf.ratio.toFixed(2)} × its pages one by one`,
    ...rows.map(({ after, megabytes }) => `${after} files: ${megabytes} MB`),
    `${Math.round(rate)} files a second on ${availableParallelism()} cores`,
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${await describeDocuments()}\n`);
}
