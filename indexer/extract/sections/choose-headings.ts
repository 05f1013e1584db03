import type { TableKey } from "../../../corpus/fact.ts";
import { sectionKinds, type SectionKind } from "../../../corpus/section.ts";
import type { Heading, HeadingStyle } from "./heading.ts";

/** What stands between the blocks of a page, for weighing headings. */
export interface Surroundings {
  /** Tables by the block they begin at. */
  readonly tables: readonly { readonly from: number; readonly key: TableKey }[];
  /** Blocks that repeat the title of the report. */
  readonly titles: readonly number[];
  readonly end: number;
}

/** The section in which each table is printed. */
const homes: Readonly<Record<TableKey, readonly SectionKind[]>> = {
  disclosure: ["disclosure"],
  requests: ["requests"],
  disputes: ["disputes"],
  indicators: ["appendix", "other"],
};

/** Points for what speaks for a heading and for one heading after another; chosen so that a table outweighs a number. */
const points = {
  exactTitle: 5,
  knownTitle: 3,
  unknownTitle: 1,
  ownTable: 5,
  foreignTable: -2,
  body: 1,
  repeatedTitle: -2,
  passedHeading: -1,
  nextNumber: 3,
  skippedNumber: -0.5,
  sameNumber: -6,
  firstNumber: 2,
  lateStart: -1,
  rightOrder: 1,
  sameKind: -2,
  wrongOrder: -3,
};
const stylePoints: Readonly<Record<HeadingStyle, number>> = {
  han: 1,
  part: 1,
  arabic: -1,
  bracket: -2,
  none: -1,
};

/** With the blocks at which headings with exact titles stand, whether chosen or not. */
interface Around extends Surroundings {
  readonly passed: readonly number[];
}

interface Chain {
  readonly heading: Heading;
  readonly before: Chain | null;
  readonly score: number;
  readonly number: number;
  readonly rank: number;
}

/**
 * The best chain of headings of the top level. Numbers rise, titles come in the order of the forms, and tables
 * stand where they belong: rows of table 3 (一、 to 四、), headings nested in a section and lists of headings in an
 * introduction lose against it. Headings of one chain are numbered in one style.
 */
export function chooseHeadings(
  headings: readonly Heading[],
  surroundings: Surroundings,
): readonly Heading[] {
  const passed = headings.flatMap(({ from, isExact }) => (isExact ? [from] : []));
  const around = { ...surroundings, passed };
  const chains = (["han", "part", "arabic", "bracket"] as const).map((style) =>
    findBestChain(
      headings.filter((heading) => heading.style === style || heading.style === "none"),
      around,
    ),
  );
  let best: Chain | null = null;
  for (const chain of chains) if (chain && (!best || chain.score > best.score)) best = chain;
  const chosen: Heading[] = [];
  for (let chain = best; chain; chain = chain.before) chosen.unshift(chain.heading);
  return chosen;
}

/** Scores of all chains end with the section of their last heading open; it is closed at the end of the page. */
function findBestChain(headings: readonly Heading[], around: Around): Chain | null {
  const chains: Chain[] = [];
  for (const heading of headings) {
    let best = startChain(heading);
    for (const before of chains) {
      const longer = extendChain(before, heading, around);
      if (longer && longer.score > best.score) best = longer;
    }
    chains.push(best);
  }
  let best: Chain | null = null;
  let bestScore = 0;
  for (const chain of chains) {
    const score = chain.score + weighSection(chain.heading, around.end, around);
    if (score > bestScore) [best, bestScore] = [chain, score];
  }
  return best && { ...best, score: bestScore };
}

function startChain(heading: Heading): Chain {
  const { number } = heading;
  const start = number === 1 ? points.firstNumber : (number ?? 2) > 2 ? points.lateStart : 0;
  const score = weighHeading(heading) + start;
  return { heading, before: null, score, number: number ?? 1, rank: findRank(heading) ?? -1 };
}

function extendChain(before: Chain, heading: Heading, around: Around): Chain | null {
  if (heading.from <= before.heading.to) return null;
  const number = heading.number ?? before.number + 1;
  if (number < before.number) return null;
  const rank = findRank(heading);
  const score =
    before.score +
    weighSection(before.heading, heading.from, around) +
    weighHeading(heading) +
    (heading.number === null ? 0 : weighStep(number - before.number)) +
    weighOrder(before, heading, rank);
  return { heading, before, score, number, rank: rank ?? before.rank };
}

function weighHeading({ kind, isExact, style }: Heading): number {
  const title =
    kind === null ? points.unknownTitle : isExact ? points.exactTitle : points.knownTitle;
  return title + stylePoints[style];
}

function weighStep(step: number): number {
  if (step === 0) return points.sameNumber;
  return step === 1 ? points.nextNumber : points.skippedNumber * step;
}

function weighOrder(before: Chain, heading: Heading, rank: number | null): number {
  if (rank === null) return 0;
  if (rank > before.rank) return points.rightOrder;
  if (rank < before.rank) return points.wrongOrder;
  return heading.kind === "problems" ? 0 : points.sameKind;
}

function findRank({ kind }: Heading): number | null {
  return kind === null ? null : sectionKinds.indexOf(kind);
}

/** What stands between a heading and the next speaks for it or against it. */
function weighSection(heading: Heading, next: number, around: Around): number {
  const { tables, titles, passed } = around;
  let score = next > heading.to + 1 || heading.rest !== "" ? points.body : 0;
  for (const { from, key } of tables) {
    if (from <= heading.to || from >= next) continue;
    const isOwn = heading.kind !== null && homes[key].includes(heading.kind);
    score += isOwn ? points.ownTable : heading.kind === null ? 0 : points.foreignTable;
  }
  score += points.passedHeading * (countBelow(passed, next) - countBelow(passed, heading.to + 1));
  if (titles.some((at) => at > heading.to && at < next)) score += points.repeatedTitle;
  return score;
}

/** How many of ascending numbers lie below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
