import { execFileSync } from "node:child_process";
import { load } from "cheerio";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { forms } from "../corpus/forms/forms.ts";
import { readReportPage } from "../indexer/extract/main.ts";
import { readHtmlBytes } from "../indexer/extract/page/read-markup.ts";
import { layouts } from "../test/extract/layouts.ts";
import { writeReport } from "../test/extract/write-report.ts";
import { numberAll } from "../demo/generator/written-numbers.ts";

/** One measured page: how fast its report is read, beside the bare parse of the same bytes. */
export interface ExtractionRow {
  readonly page: string;
  readonly kilobytes: number;
  readonly reportsPerSecond: number;
  readonly parsesPerSecond: number;
  readonly ratio: number;
}

/** What is timed, each in processes of its own: trees that a bare parse leaves behind slow down what comes after it. */
const tasks = ["extraction", "parse"] as const;
type Task = (typeof tasks)[number];

/** Milliseconds that each page takes, in the order of `listPages`. */
type Times = readonly number[];

const rounds = 60;
const kilobyte = 1024;

/** Measures extraction of HTML reports of about 100 kB against `cheerio.load` of the same bytes. */
export async function benchExtraction(): Promise<readonly ExtractionRow[]> {
  // Taken in turns, the best of three, so that both meet the same machine.
  const turns = Array.from({ length: 3 }, () => ({
    extraction: runTask("extraction"),
    parse: runTask("parse"),
  }));
  return listPages().map(({ page, html }, at) => {
    const extraction = Math.min(...turns.map((turn) => turn.extraction[at] ?? Infinity));
    const bare = Math.min(...turns.map((turn) => turn.parse[at] ?? Infinity));
    return {
      page,
      kilobytes: Math.round(Buffer.byteLength(html) / kilobyte),
      reportsPerSecond: Math.round(1000 / extraction),
      parsesPerSecond: Math.round(1000 / bare),
      ratio: Math.round((extraction / bare) * 100) / 100,
    };
  });
}

function runTask(task: Task): Times {
  const output = execFileSync(process.execPath, ["--import", "tsx", import.meta.filename, task]);
  return JSON.parse(output.toString()) as Times;
}

function timeTask(task: Task): Times {
  const gazetteer = loadGazetteer();
  const calls: Readonly<Record<Task, (bytes: Buffer) => unknown>> = {
    extraction: (bytes) => readReportPage(readHtmlBytes(bytes), null, gazetteer),
    parse: (bytes) => load(bytes.toString("utf8")),
  };
  return listPages().map(({ html }) => {
    const bytes = Buffer.from(html);
    const call = (): unknown => calls[task](bytes);
    time(call, rounds / 2);
    return Math.min(time(call, rounds), time(call, rounds));
  });
}

function listPages(): readonly { readonly page: string; readonly html: string }[] {
  const layout = layouts.find(({ isHtml }) => isHtml);
  if (!layout) return [];
  return forms.flatMap((form) => {
    const report = writeReport(form, layout, numberAll(form));
    return [
      { page: `form ${form.id}, long prose`, html: fillWithProse(report) },
      { page: `form ${form.id}, portal frame, Word markup`, html: fillWithMarkup(report) },
    ];
  });
}

/** Long paragraphs before the second section. */
function fillWithProse(html: string): string {
  const paragraph = `<p>${"石溪镇按照要求梳理公开事项，及时更新栏目内容，回应群众关切。".repeat(12)}</p>\n`;
  return fill(html, paragraph);
}

/** Navigation and the spans with styles that word processors leave. */
function fillWithMarkup(html: string): string {
  const nav = `<ul class="nav">${'<li><a href="/list/index.html" target="_blank">政务公开</a></li>'.repeat(60)}</ul>`;
  const span =
    '<span style="font-family: 仿宋_GB2312; font-size: 16pt; line-height: 200%">及时更新栏目内容，回应群众关切，</span>';
  return fill(
    html.replace("<body>", `<body>${nav}<div class="TRS_Editor">`),
    `<p style="text-indent: 2em">${span.repeat(5)}</p>\n`,
  );
}

function fill(html: string, paragraph: string): string {
  const missing = 100 * kilobyte - Buffer.byteLength(html);
  const count = Math.max(0, Math.round(missing / Buffer.byteLength(paragraph)));
  return html.replace(/<p>[二2]、|<p>二/u, (heading) => paragraph.repeat(count) + heading);
}

/** Milliseconds of processor time that one call takes: other work on the machine does not count. */
function time(call: () => unknown, times: number): number {
  const start = process.cpuUsage();
  for (let round = 0; round < times; round++) call();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
}

/** The rows as lines of a table. */
export function formatExtractionRows(rows: readonly ExtractionRow[]): string {
  const lines = rows.map(
    ({ page, kilobytes, reportsPerSecond, parsesPerSecond, ratio }) =>
      `| ${page} | ${kilobytes} | ${reportsPerSecond} | ${parsesPerSecond} | ${ratio.toFixed(2)} |`,
  );
  return [
    "| extraction | kB | reports/s | bare parses/s | time, ratio |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

if (process.argv[1] === import.meta.filename) {
  const task = tasks.find((one) => one === process.argv[2]);
  const words = task
    ? JSON.stringify(timeTask(task))
    : formatExtractionRows(await benchExtraction());
  process.stdout.write(`${words}\n`);
}
