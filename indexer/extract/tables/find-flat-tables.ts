import type { Line } from "../page/page.ts";
import { isSectionTitle } from "../sections/section-titles.ts";
import type { RawTable } from "./cell.ts";
import { groupRows } from "./group-rows.ts";
import { isBrokenNumber } from "./is-broken-number.ts";
import { isContinuation } from "./is-continuation.ts";
import { isHalfLabel } from "./is-half-label.ts";
import { lexLine, type LexedLine } from "./lex-line.ts";
import { recognizeTables } from "./recognize-table.ts";

/** Words on a line of their own within a table: longer lines are prose. */
const longestBareLine = 40;

/** A table with a cell a line and as many lines prints some line twice: a unit, a header, 0. */
const fewestLines = 20;

/** A value that cannot be read (`约5`) on a line of its own. */
const longestBareValue = 8;

/** The number of a page between two rows: `第3页`, `- 3 -`, `3 / 12`. */
const pageNumber =
  /^(?:第? ?\d{1,3} ?页(?: ?[,，/]? ?共 ?\d{1,3} ?页)?|[-–—－] ?\d{1,3} ?[-–—－]|\d{1,3} ?\/ ?\d{1,3})$/u;

/** What a line end has cut off a number before its comma or point. */
const brokenRest = /^\s{0,9}[,，.．][0-9０-９][0-9０-９,，.．\s|]{0,40}$/u;

/** Digits that begin a line behind a table: what a line end may have cut off its last number. */
const cutNumber = /^\s{0,9}[0-9０-９][0-9０-９,，.．]{0,20}\s+\S/u;

/** The lines joined by line ends, with the offset at which each begins. */
export interface FlatText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly lines: readonly Line[];
}

/** A run of lines that read as cells. `to` is the line after the last. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly lexed: readonly LexedLine[];
}

/**
 * `offset` is the number of blocks before the first line, `above` the table that ends right before it, `mostCells` how
 * many cells are read at most.
 */
interface Reach {
  readonly offset: number;
  readonly above: RawTable | null;
  readonly mostCells: number;
}

/** The official tables in a run of lines. */
export function findFlatTables(
  lines: readonly Line[],
  { offset, above, mostCells }: Reach,
): readonly RawTable[] {
  const flat = joinLines(lines);
  const tables: RawTable[] = [];
  let rest = mostCells;
  for (let at = 0; at < lines.length && rest > 0;) {
    const region = readRegion(flat, at, rest);
    if (!region) {
      at++;
      continue;
    }
    rest -= countItems(region.lexed);
    const table = buildTable(flat, region, { offset, above: at === 0 ? above : null });
    if (table) tables.push(table);
    at = region.to;
  }
  return tables;
}

function joinLines(lines: readonly Line[]): FlatText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: lines.map(({ text }) => text).join("\n"), starts, lines };
}

function countItems(lexed: readonly LexedLine[]): number {
  return lexed.reduce((sum, { items }) => sum + items.length, 0);
}

/** The longest run of table lines from a line on, or null where that line is no table line. */
function readRegion(flat: FlatText, from: number, mostCells: number): Region | null {
  const lexed: LexedLine[] = [];
  let cells = 0;
  let strong = 0;
  let end = from;
  let to = from;
  for (let at = from; at < flat.lines.length && cells <= mostCells;) {
    if (lexed.length > 0 && pageNumber.test(flat.lines[at]?.text.trim() ?? "")) {
      at++;
      continue;
    }
    const line = lexLine(flat.text, flat.starts[at] ?? 0);
    const isRest = brokenRest.test(flat.lines[at]?.text ?? "");
    if (!line || !belongs(flat, { line, at, before: lexed.at(-1) })) break;
    const next = findNextLine(flat, at, line);
    if (isChapter(line) && (lexed.length === 0 || isHeaderLine(flat, next))) break;
    lexed.push(line);
    cells += line.items.length;
    at = next;
    end = at;
    if (isChapter(line)) continue;
    if (line.strength !== "strong" && !isRest && !isLikeRow(line, lexed.at(-2))) continue;
    strong = lexed.length;
    to = end;
  }
  return strong > 0 ? { from, to, lexed: lexed.slice(0, strong) } : null;
}

/**
 * The line of a chapter of an indicator table without the marks behind it. Sections are titled so too: it is one
 * where no row stands above it, a header below it, or no row below it.
 */
function isChapter({ items }: LexedLine): boolean {
  const [first] = items;
  const entries = items.length === 1 ? (first?.label?.entries ?? []) : [];
  const isGroup = entries.every(({ table, role }) => table === "indicators" && role === "group");
  return (
    entries.length > 0 && isGroup && /^[一二三四五六七八九十]/u.test(first?.label?.number ?? "")
  );
}

function isHeaderLine({ text, starts }: FlatText, at: number): boolean {
  const start = starts[at];
  if (start === undefined) return false;
  const roles = lexLine(text, start)?.items[0]?.label?.entries.map(({ role }) => role) ?? [];
  return roles.includes("corner") || roles.includes("heading");
}

function findNextLine({ starts }: FlatText, at: number, { next }: LexedLine): number {
  let after = at + 1;
  while (after < starts.length && (starts[after] ?? 0) < next) after++;
  return after;
}

/** A line with words that no form knows ends a table only where it has as many numbers or cells as the row before. */
function isLikeRow(line: LexedLine, before: LexedLine | undefined): boolean {
  const count = countValues(line);
  if (count === 0 || before === undefined) return false;
  return countValues(before) === count || (line.slots > 1 && before.slots === line.slots);
}

function countValues({ items }: LexedLine): number {
  return items.filter(({ kind }) => kind === "value").length;
}

interface Candidate {
  readonly line: LexedLine;
  readonly at: number;
  readonly before: LexedLine | undefined;
}

/** A line of unknown words belongs to a table only within it; one without borders, only right before numbers. */
function belongs(flat: FlatText, { line, at, before }: Candidate): boolean {
  if (line.strength === "strong") return true;
  const text = flat.lines[at]?.text ?? "";
  if (isSectionTitle(text)) return false;
  // A header with a column that no form has may begin a table too.
  if (!before) return line.slots > 0 && line.items.filter(isHeaderItem).length > 1;
  if (line.strength === "weak") return true;
  if (text.length <= longestBareValue && /\p{Nd}/u.test(text)) return true;
  if (isBrokenNumber(text) || isHalfLabel(text)) return true;
  if (text.length > longestBareLine || at + 1 >= flat.lines.length) return false;
  const following = lexLine(flat.text, flat.starts[at + 1] ?? 0);
  if (following?.strength !== "strong") return false;
  const first = following.items[0];
  if (!first) return following.slots > 0;
  return first.kind !== "label" || isHeaderItem(before.items.at(-1));
}

/** Words behind the labels of a header are a column that no form has. */
function isHeaderItem(item: LexedLine["items"][number] | undefined): boolean {
  const roles = item?.label?.entries.map(({ role }) => role) ?? [];
  return roles.includes("column") || roles.includes("corner") || roles.includes("header");
}

function buildTable(
  flat: FlatText,
  region: Region,
  { offset, above }: Pick<Reach, "offset" | "above">,
): RawTable | null {
  const printed = groupRows(flat, region.lexed);
  const rows = cutNumber.test(flat.lines[region.to]?.text ?? "") ? openLast(printed) : printed;
  const cells = rows.flat();
  if (!cells.some(({ kind }) => kind === "value")) return null;
  const place = {
    from: region.from + offset,
    to: region.to - 1 + offset,
    ...(isUnrepeated(flat, region) && { isUnrepeated: true }),
  };
  // The last row of a grid may come as a line with tabs, where it stands alone on a page.
  if (above && isContinuation(rows, above)) return { ...place, rows, isContinued: true };
  return recognizeTables(cells).size === 0 ? null : { ...place, rows };
}

/** The rows with their last number, of which more may follow, as a value that cannot be read. */
function openLast(rows: RawTable["rows"]): RawTable["rows"] {
  const last = rows.at(-1)?.at(-1);
  if (last?.kind !== "value") return rows;
  const open = { ...last, kind: "text" as const, number: null };
  return rows.map((row) => row.map((cell) => (cell === last ? open : cell)));
}

/** Whether each line is a cell of its own and none is printed twice. */
function isUnrepeated({ lines }: FlatText, { from, to, lexed }: Region): boolean {
  const isSplit = lexed.every(({ items }) => items.filter(isPrinted).length <= 1);
  const printed = lines.slice(from, to).flatMap(({ text }) => text.trim() || []);
  return isSplit && printed.length >= fewestLines && new Set(printed).size === printed.length;
}

function isPrinted({ kind }: LexedLine["items"][number]): boolean {
  return kind !== "blank";
}
