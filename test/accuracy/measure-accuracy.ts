import { damages } from "../../demo/generator/damages/damages.ts";
import type { Damage } from "../../demo/generator/damages/damage.ts";
import { editions, type Edition } from "../../demo/generator/editions.ts";
import { encodeText, encodings, type Encoding } from "../../demo/generator/encode-text.ts";
import { generatePrints } from "../../demo/generator/generate-prints.ts";
import type { Layout } from "../../demo/generator/layouts/layout.ts";
import { fileLayouts, pressedLayouts, textLayouts } from "../../demo/generator/layouts/layouts.ts";
import type { ScanOptions } from "../../indexer/extract/ocr/scan-options.ts";
import type { Press } from "../../demo/generator/press/press.ts";
import { isMet, writeReport, writeReportFile } from "../../demo/generator/write-report.ts";
import { readWritten } from "./read-written.ts";
import { addScores, emptyScore, scoreReading, type Score } from "./score-reading.ts";

/** How much is measured: so many reports for each form in each layout, and a seed that fixes all of them. */
export interface AccuracyPlan {
  readonly cases: number;
  readonly seed: number;
}

export interface AccuracyTools {
  readonly press: Press;
  /** How pictures are read. */
  readonly scan: ScanOptions;
  /** Gets a line of progress. */
  readonly report: (line: string) => void;
}

/** Scores by layout, damage or encoding, and by edition. */
export type ScoreTable = ReadonlyMap<string, ReadonlyMap<string, Score>>;

export interface Accuracy extends AccuracyPlan {
  readonly layouts: ScoreTable;
  readonly damages: ScoreTable;
  readonly encodings: ScoreTable;
  /** Reports of a pressed layout for each form: browsers and office programs are slow. */
  readonly pressedCases: number;
}

/** Reads reports in every layout, with every damage in those that are written here, and in every encoding. */
export async function measureAccuracy(
  { cases, seed }: AccuracyPlan,
  tools: AccuracyTools,
): Promise<Accuracy> {
  const { report } = tools;
  const pressedCases = Math.max(1, Math.round(cases / 10));
  const table = new ScoreBook();
  for (const layout of [...textLayouts, ...fileLayouts, ...pressedLayouts]) {
    report(`layout ${layout.name}`);
    const count = layout.kind === "pressed" ? pressedCases : cases;
    for (const edition of editions)
      for (const one of listCases(edition, { cases: count, seed }))
        table.add(layout.name, edition, await measure(one, layout, tools));
  }
  const damaged = await measureDamages({ cases: Math.ceil(cases / 4), seed }, report);
  const encoded = await measureEncodings({ cases: Math.ceil(cases / 10), seed }, report);
  return { cases, seed, pressedCases, layouts: table.scores, damages: damaged, encodings: encoded };
}

interface Case {
  readonly edition: Edition;
  readonly prints: ReadonlyMap<string, string>;
  readonly seed: number;
  readonly damage?: Damage;
}

function listCases(edition: Edition, { cases, seed }: AccuracyPlan): readonly Case[] {
  return generatePrints(edition.form, seed, cases).map((prints, at) => ({
    edition,
    prints,
    seed: seed + at,
  }));
}

type Makers = Pick<AccuracyTools, "press" | "scan">;

/** Only layouts that are images are read by text recognition. */
async function measure(plan: Case, layout: Layout, tools: Makers | null): Promise<Score> {
  const written = await writeReportFile(plan, layout, tools?.press ?? null);
  const isImage = layout.kind === "pressed" && layout.isImage;
  const scan = isImage ? (tools?.scan ?? null) : null;
  return scoreReading(await readWritten(written.content, scan), written);
}

async function measureDamages(
  plan: AccuracyPlan,
  report: AccuracyTools["report"],
): Promise<ScoreTable> {
  const table = new ScoreBook();
  for (const damage of damages) {
    report(`damage ${damage.name}`);
    const layouts = [...textLayouts, ...fileLayouts].filter((layout) => isMet(damage, layout));
    for (const edition of editions)
      for (const one of listCases(edition, plan))
        for (const layout of layouts)
          table.add(damage.name, edition, await measure({ ...one, damage }, layout, null));
  }
  return table.scores;
}

async function measureEncodings(
  plan: AccuracyPlan,
  report: AccuracyTools["report"],
): Promise<ScoreTable> {
  const table = new ScoreBook();
  for (const encoding of encodings) {
    report(`encoding ${encoding}`);
    for (const edition of editions)
      for (const one of listCases(edition, plan))
        for (const layout of textLayouts)
          table.add(encoding, edition, await measureEncoding(one, layout, encoding));
  }
  return table.scores;
}

async function measureEncoding(plan: Case, layout: Layout, encoding: Encoding): Promise<Score> {
  const { content, ...printed } = writeReport(plan, layout);
  const bytes = typeof content === "string" ? encodeText(content, encoding) : content;
  return scoreReading(await readWritten(bytes), printed);
}

class ScoreBook {
  readonly scores = new Map<string, Map<string, Score>>();

  add(name: string, { name: edition }: Edition, score: Score): void {
    const row = this.scores.get(name) ?? new Map<string, Score>();
    row.set(edition, addScores([row.get(edition) ?? emptyScore, score]));
    this.scores.set(name, row);
  }
}
