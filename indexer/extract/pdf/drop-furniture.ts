import { joinProse } from "./assemble-text.ts";
import type { Leaf, Segment } from "./leaf.ts";

/** The parts of the sheet's height at its ends in which running heads, feet and page numbers stand. */
const zone = 0.125;
/** Only so many lines at each end can be such, and only if this share of the sheets repeats them. */
const outermost = 2;
const repeatingShare = 0.3;
/** They are in another size than the text, by this share, or apart from it by so many steps of its lines. */
const otherSize = 0.08;
const apart = 1.3;
/** Running words stand at the same height, to this many points. */
const sameHeight = 4;

const pageNumber =
  /^(?:[-—–·•\s]{0,6}\d{1,4}[-—–·•\s]{0,6}|第\s?\d{1,4}\s?页.{0,12}|(?:page\s)?\d{1,4}\s?(?:\/|of|,|，)\s?\d{1,4})$/iu;

type Line = readonly Segment[];
/** For each wording and height at the ends of sheets, the sheets that have it. */
type Repeats = ReadonlyMap<string, ReadonlySet<Leaf>>;

/** The size of most text, and the usual distance of its lines from each other. */
interface Body {
  readonly size: number;
  readonly step: number;
}

/** Leaves out page numbers, and the words that the ends of several sheets repeat. */
export function dropFurniture(leaves: readonly Leaf[]): readonly Leaf[] {
  const body = measureBody(leaves);
  const repeats = findRepeats(leaves);
  const enough = Math.max(2, repeatingShare * leaves.length);
  return leaves.map((leaf) => {
    const ends = new Set(listEnds(leaf).filter((line) => isSetApart(leaf, line, body)));
    const lines = leaf.lines.flatMap((line) => {
      if (!ends.has(line)) return [line];
      const kept = line.filter((segment) => countSheets(leaf, segment, repeats) < enough);
      const [only] = kept;
      const isNumber = only && kept.length === 1 && pageNumber.test(joinProse(only));
      return only && !isNumber ? [kept] : [];
    });
    return { ...leaf, lines };
  });
}

function measureBody(leaves: readonly Leaf[]): Body {
  const lines = leaves.map((leaf) => leaf.lines.flatMap((line) => line.slice(0, 1)));
  const steps = lines.flatMap((own) =>
    own.slice(1).map((line, at) => (own[at]?.y0 ?? 0) - line.y0),
  );
  return { size: findMedian(lines.flat().map(({ size }) => size)), step: findMedian(steps) };
}

function findMedian(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

/** The lines at the ends of a sheet, within the zones of its height. */
function listEnds({ lines, sheet }: Leaf): readonly Line[] {
  const depth = (sheet.frame.y1 - sheet.frame.y0) * zone;
  const top = lines
    .slice(0, outermost)
    .filter(([first]) => first && first.y0 > sheet.frame.y1 - depth);
  const foot = lines
    .slice(-outermost)
    .filter(([first]) => first && first.y1 < sheet.frame.y0 + depth);
  return [...top, ...foot.filter((line) => !top.includes(line))];
}

/** Whether a line is printed smaller than the text, or stands apart from what is next to it towards the middle. */
function isSetApart({ lines, tables, sheet }: Leaf, line: Line, body: Body): boolean {
  const [first] = line;
  if (!first) return false;
  if (Math.abs(first.size - body.size) > otherSize * body.size) return true;
  const isTop = first.y0 > (sheet.frame.y0 + sheet.frame.y1) / 2;
  const others = [
    ...lines.flatMap((own) => (own === line ? [] : own.slice(0, 1))),
    ...tables.map(({ box }) => box),
  ];
  const gaps = others
    .map((other) => (isTop ? first.y0 - other.y1 : other.y0 - first.y1))
    .filter((gap) => gap > -first.size);
  // The step of lines counts from one to the next, the gap between them.
  return Math.min(...gaps) + first.size > apart * body.step;
}

function findRepeats(leaves: readonly Leaf[]): Repeats {
  const repeats = new Map<string, Set<Leaf>>();
  for (const leaf of leaves)
    for (const segment of listEnds(leaf).flat()) {
      const key = describe(leaf, segment, 0);
      if (key !== null) repeats.set(key, (repeats.get(key) ?? new Set()).add(leaf));
    }
  return repeats;
}

/** How many sheets have these words at this height. */
function countSheets(leaf: Leaf, segment: Segment, repeats: Repeats): number {
  const sheets = [-1, 0, 1].flatMap((step) => [
    ...(repeats.get(describe(leaf, segment, step) ?? "") ?? []),
  ]);
  return new Set(sheets).size;
}

/** The wording with digits masked, and its height in steps; null for numbers alone. */
function describe({ sheet }: Leaf, segment: Segment, step: number): string | null {
  const words = joinProse(segment).replace(/\d+/gu, "#");
  if (!/\p{L}/u.test(words)) return null;
  return `${words} ${Math.round((segment.y0 - sheet.frame.y0) / sameHeight) + step}`;
}
