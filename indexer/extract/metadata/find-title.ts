import type { Block, LineRole } from "../page/page.ts";
import { isAgencyName } from "./agency-name.ts";
import { compact, isReportTitle, readTitleAgency, readTitleYear } from "./report-title.ts";

/** The title as printed, without white space, and the body and year that it names. */
export interface ReportTitle {
  readonly words: string;
  readonly agency: string | null;
  readonly year: number | null;
}

export interface FoundTitle {
  readonly title: ReportTitle | null;
  /** Blocks that print the title or a part of it, anywhere in the page. */
  readonly blocks: readonly number[];
}

interface Candidate {
  readonly words: string;
  readonly from: number;
  readonly count: number;
  readonly agency: string | null;
  readonly role: LineRole;
}

const mostLines = 3;
const longestLine = 80;
/** A page that prints more titles is a list of reports. */
const mostTitles = 100;

/**
 * The title of the report among the blocks: on one line or spread over up to three, with the body named in it or on
 * a line of its own above or below. Of several the one is taken that is the main heading or that the page gives
 * elsewhere too (`given`), then the one that says most; a link leads to another report. `metadata` are blocks to
 * leave out.
 */
export function findTitle(
  blocks: readonly Block[],
  metadata: ReadonlySet<number>,
  given: readonly ReportTitle[] = [],
): FoundTitle {
  const candidates: Candidate[] = [];
  for (let at = 0; at < blocks.length && candidates.length < mostTitles; at++) {
    const found = readTitleAt(blocks, at, metadata);
    if (!found) continue;
    candidates.push(found);
    at += found.count - 1;
  }
  const best = candidates
    .filter(({ role }) => role !== "link")
    .toSorted((a, b) => weigh(b, given) - weigh(a, given))[0];
  if (!best) return { title: null, blocks: [] };
  const same = candidates.filter(({ words }) => isSameTitle(words, best.words));
  return {
    title: { words: best.words, agency: best.agency, year: readTitleYear(best.words) },
    blocks: same.flatMap(({ from, count }) =>
      Array.from({ length: count }, (_, step) => from + step),
    ),
  };
}

/** Year and body count most; then the place in the page. A year in the main heading or given elsewhere decides. */
function weigh({ words, agency, from, role }: Candidate, given: readonly ReportTitle[]): number {
  const year = readTitleYear(words);
  const isConfirmed =
    role === "heading" ||
    given.some((title) => title.year === year && isSameTitle(title.words, words));
  return (
    (year === null ? 0 : 4) +
    (year !== null && isConfirmed ? 8 : 0) +
    (agency === null ? 0 : 3) -
    Math.min(from, 200) / 200
  );
}

/** Two prints of one title: the same words, or one a part of the other. */
function isSameTitle(a: string, b: string): boolean {
  return a === b || a.endsWith(b) || b.endsWith(a);
}

function readTitleAt(
  blocks: readonly Block[],
  at: number,
  metadata: ReadonlySet<number>,
): Candidate | null {
  let words = "";
  for (let count = 1; count <= mostLines; count++) {
    const block = blocks[at + count - 1];
    if (block?.kind !== "line" || block.text.length > longestLine) return null;
    if (metadata.has(at + count - 1)) return null;
    const before = words;
    const line = compact(block.text.replace(/^[#*\s]{1,12}|\*+$/gu, ""));
    words += line;
    if (isReportTitle(words))
      return isOneTitle(before, line)
        ? complete({ words, from: at, count, role: block.role ?? "text" }, blocks, metadata)
        : null;
    if (!isTitleStart(words)) return null;
  }
  return null;
}

/** A line that is a title already is joined with the line before only for the name or year that it lacks. */
function isOneTitle(before: string, line: string): boolean {
  if (before === "" || !isReportTitle(line)) return true;
  if (readTitleAgency(line) !== null) return false;
  return isAgencyName(before) || (readTitleYear(line) === null && readTitleYear(before) !== null);
}

/** The first of several lines of a title: the body's name, or words that break off within the usual ones. */
function isTitleStart(words: string): boolean {
  if (words.length > 50 || /[，。；：:！？>＞|]/u.test(words)) return false;
  return isAgencyName(words) || /(?:20\d{2}年?度?|政府|信息|公开|工作|年|度|年度报?)$/u.test(words);
}

/** A title that names no body may have it on the line below. */
function complete(
  title: Omit<Candidate, "agency">,
  blocks: readonly Block[],
  metadata: ReadonlySet<number>,
): Candidate {
  const { words, from, count } = title;
  const agency = readTitleAgency(words);
  if (agency !== null) return { ...title, agency };
  const below = blocks[from + count];
  const name = below?.kind === "line" && !metadata.has(from + count) ? compact(below.text) : "";
  return isAgencyName(name)
    ? { ...title, count: count + 1, agency: name }
    : { ...title, agency: null };
}
