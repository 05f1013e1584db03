import { damages } from "../../demo/generator/damages/damages.ts";
import { editions } from "../../demo/generator/editions.ts";
import { encodings } from "../../demo/generator/encode-text.ts";
import { layouts, pressedLayouts } from "../../demo/generator/layouts/layouts.ts";
import type { Accuracy, ScoreTable } from "./measure-accuracy.ts";
import { addScores, emptyScore, type Score } from "./score-reading.ts";

interface Named {
  readonly name: string;
  readonly note: string;
}

/** The accuracy as docs/accuracy.md. The same measurement gives the same text. */
export function describeAccuracy(accuracy: Accuracy): string {
  const { cases, seed, pressedCases } = accuracy;
  const damagedCases = Math.ceil(cases / 4);
  return `# How exactly reports are read

Made by \`npm run accuracy\` with seed ${seed} and ${cases} reports of each form in each layout (${pressedCases} where a
browser or an office program makes the file); do not edit. The reports are fictional, their numbers known: each number
that a report prints is read, missing (null, or its row absent) or wrong. Half of the reports add up as real ones do, the
others hold any numbers: large, zero, in full width, with thousands. A number under a row that was never printed is wrong.
\`untold\` counts missing numbers of which no warning names the table or the row, or says how many were not read.

## Layouts

Undamaged: every number must be read, except in the layouts below. Tables that are images (html-images, pdf-scanned) are read by text recognition, which
is switched on for them alone: what it is not sure of is missing.

${writeTable("layout", layouts, accuracy.layouts)}

${describeHard()}

### By form

The share of numbers read, in percent.

${writeShares("layout", layouts, accuracy.layouts)}

## Damages

${damagedCases} reports of each form in each layout that is no browser's or office program's work. Where a damage destroys what tells a
number's place the number may be missing; none may be wrong.

${writeTable("damage", damages, accuracy.damages)}

### By form

${writeShares("damage", damages, accuracy.damages)}

## Encodings

Pages and flat texts, ${Math.ceil(cases / 10)} of each form and layout.

${writeTable(
  "encoding",
  encodings.map((name) => ({ name, note: "" })),
  accuracy.encodings,
)}
`;
}

/** The layouts of which some numbers cannot be read, and why. */
function describeHard(): string {
  return pressedLayouts
    .flatMap(({ name, hard }) => (hard === undefined ? [] : [`- ${name}: ${hard}`]))
    .join("\n");
}

function writeTable(head: string, rows: readonly Named[], scores: ScoreTable): string {
  const lines = rows.map(({ name, note }) => {
    const { reports, expected, read, missing, wrong, silent } = sumRow(scores, name);
    const numbers = [reports, expected, read, missing, wrong.length, silent];
    return writeRow([name, note, ...numbers.map(String), writeShare(read, expected)]);
  });
  const titles = [head, "", "reports", "numbers", "read", "missing", "wrong", "untold", "%"];
  return [writeRow(titles), writeRule(titles.length, 2), ...lines].join("\n");
}

function writeShares(head: string, rows: readonly Named[], scores: ScoreTable): string {
  const names = editions.map(({ name }) => name);
  const lines = rows.map((row) =>
    writeRow([row.name, ...names.map((name) => writeCell(scores.get(row.name)?.get(name)))]),
  );
  return [writeRow([head, ...names]), writeRule(names.length + 1, 1), ...lines].join("\n");
}

function writeCell(score: Score | undefined): string {
  if (!score) return "";
  const wrong = score.wrong.length > 0 ? `, ${score.wrong.length} wrong` : "";
  return writeShare(score.read, score.expected) + wrong;
}

/** Rounded down: 100 means all. */
function writeShare(read: number, expected: number): string {
  if (read === expected) return "100";
  return (Math.floor((1000 * read) / expected) / 10).toFixed(1);
}

function sumRow(scores: ScoreTable, name: string): Score {
  return addScores([...(scores.get(name)?.values() ?? [emptyScore])]);
}

function writeRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** The line below the titles: so many columns of words, the others of numbers. */
function writeRule(columns: number, words: number): string {
  return writeRow(Array.from({ length: columns }, (_, at) => (at < words ? "---" : "---:")));
}
