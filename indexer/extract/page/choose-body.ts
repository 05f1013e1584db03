import type { Element } from "domhandler";
import { isSectionTitle } from "../sections/section-titles.ts";
import { isEndMark, isPageChrome } from "../sections/page-chrome.ts";
import { firstFrameRank } from "./article-containers.ts";
import type { Block, Line } from "./page.ts";

/** An element and the blocks it holds, `to` excluded. `rank` is that of the selector it fits, null for none. */
export interface Container {
  readonly element: Element;
  readonly rank: number | null;
  readonly from: number;
  readonly to: number;
}

/** The part of a page that holds the report. `elements` are empty where it is the whole page. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly elements: readonly Element[];
}

/** An article says at least so much; a table counts as much. */
export const shortestArticle = 200;
/** A known container may leave out this part of the prose: an excerpt, a notice. */
const mostProseOutside = 0.2;
const shortestProse = 25;
const longestHeading = 45;
const longestLabel = 60;
const keyLength = 20;
/** So many lines on either side tell whether a sentence stands among links. */
const neighbourhood = 3;
const titleWords = /情况|问题|事项|概述|概况|附|费|工作|打算|计划|措施|诉讼/u;
const greeting = /欢迎您?(?:访问|光临|来到)|今天是/u;
const officialWords = /第二十条第|本年新收|指标名称|结果维持|行政规范性文件/u;

/**
 * Chooses the container of the report: the first in the list of known selectors that holds it, else the smallest
 * element that does, else the middle column, else the whole page. What holds the report holds every official table
 * and section title, and (nearly) all prose that does not stand among links.
 */
export function chooseBody(blocks: readonly Block[], containers: readonly Container[]): Body {
  const contents = new Contents(blocks);
  const known = groupByRank(containers)
    .map(listOutermost)
    .filter((parts) => contents.isArticle(parts));
  const article = known.find(([first]) => (first?.rank ?? 0) < firstFrameRank);
  if (article) return buildBody(blocks, article);
  const smallest = findSmallest(containers, (container) => contents.holdsAll(container));
  if (smallest) return buildBody(blocks, [smallest]);
  return known[0] ? buildBody(blocks, known[0]) : { blocks, elements: [] };
}

/** The containers that known selectors fit, by selector, in the order of the list. */
function groupByRank(containers: readonly Container[]): readonly (readonly Container[])[] {
  const groups = new Map<number, Container[]>();
  for (const container of containers) {
    if (container.rank === null) continue;
    const group = groups.get(container.rank) ?? [];
    group.push(container);
    groups.set(container.rank, group);
  }
  return [...groups].toSorted(([a], [b]) => a - b).map(([, group]) => group);
}

function findSmallest(
  containers: readonly Container[],
  isWhole: (container: Container) => boolean,
): Container | null {
  let smallest: Container | null = null;
  for (const container of containers) {
    const isSmaller = !smallest || countBlocks(container) < countBlocks(smallest);
    if (isSmaller && isWhole(container)) smallest = container;
  }
  return smallest;
}

/** Containers in the order in which they begin, without those that lie in another. */
function listOutermost(containers: readonly Container[]): readonly Container[] {
  const outermost: Container[] = [];
  for (const container of containers.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (container.to > (outermost.at(-1)?.to ?? -1)) outermost.push(container);
  return outermost;
}

function countBlocks({ from, to }: Container): number {
  return to - from;
}

function buildBody(blocks: readonly Block[], parts: readonly Container[]): Body {
  return {
    blocks: parts.flatMap(({ from, to }) => blocks.slice(from, to)),
    elements: parts.map(({ element }) => element),
  };
}

/** What the blocks hold, added up so that any range is known at once. */
class Contents {
  readonly #signs: Sums;
  readonly #prose: Sums;
  readonly #words: Sums;

  constructor(blocks: readonly Block[]) {
    const known = new Map<string, boolean>();
    const signs = blocks.map((block) => (isSign(block, known) ? 1 : 0));
    const end = findEnd(blocks, signs.lastIndexOf(1));
    this.#signs = addUp(signs);
    this.#prose = addUp(measureProse(blocks, end));
    this.#words = addUp(
      blocks.map((block) => (block.kind === "line" ? block.text.length : shortestArticle)),
    );
  }

  isArticle(parts: readonly Container[]): boolean {
    return (
      count(this.#words, parts) >= shortestArticle &&
      count(this.#signs, parts) === (this.#signs.at(-1) ?? 0) &&
      count(this.#prose, parts) >= (1 - mostProseOutside) * (this.#prose.at(-1) ?? 0)
    );
  }

  holdsAll(container: Container): boolean {
    const parts = [container];
    return (
      count(this.#words, parts) >= shortestArticle &&
      count(this.#signs, parts) === (this.#signs.at(-1) ?? 0) &&
      count(this.#prose, parts) === (this.#prose.at(-1) ?? 0)
    );
  }
}

type Sums = readonly number[];

function addUp(numbers: readonly number[]): Sums {
  const sums = [0];
  let sum = 0;
  for (const number of numbers) sums.push((sum += number));
  return sums;
}

function count(sums: Sums, parts: readonly Container[]): number {
  return parts.reduce((sum, { from, to }) => sum + (sums[to] ?? 0) - (sums[from] ?? 0), 0);
}

/** An official table, a line of one, or the title of a section. `known` keeps what repeated lines are. */
function isSign(block: Block, known: Map<string, boolean>): boolean {
  if (block.kind === "grid")
    return block.rows.some((row) => row.some(({ text }) => officialWords.test(text)));
  if (block.role === "link" || block.text.length > longestLabel) return false;
  const { text } = block;
  if (officialWords.test(text)) return true;
  if (text.length > longestHeading || !titleWords.test(text)) return false;
  const isTitle = known.get(text) ?? isSectionTitle(text);
  known.set(text, isTitle);
  return isTitle;
}

/** Where what portals print below an article begins. */
function findEnd(blocks: readonly Block[], lastSign: number): number {
  for (let at = lastSign + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.kind === "line" && isEndMark(block.text)) return at;
  }
  return blocks.length;
}

/** The length of each block that is a sentence of the article, 0 for others; of repeated ones the last counts. */
function measureProse(blocks: readonly Block[], end: number): readonly number[] {
  const lengths = blocks.map(() => 0);
  const seen = new Set<string>();
  for (let at = end - 1; at >= 0; at--) {
    const block = blocks[at];
    if (block?.kind !== "line" || !isProse(block) || isAmongLinks(blocks, at)) continue;
    const key = block.text.replace(/[\s\u200b]+|^.{0,4}概述[：:]?/gu, "").slice(0, keyLength);
    if (!seen.has(key)) lengths[at] = block.text.length;
    seen.add(key);
  }
  return lengths;
}

function isProse({ text, role }: Line): boolean {
  if (role === "link" || text.length < shortestProse) return false;
  return /[。；，]/u.test(text) && !greeting.test(text) && !isPageChrome(text);
}

function isAmongLinks(blocks: readonly Block[], at: number): boolean {
  let links = 0;
  let others = 0;
  for (let near = at - neighbourhood; near <= at + neighbourhood; near++) {
    const block = near === at ? undefined : blocks[near];
    if (!block) continue;
    if (block.kind === "line" && block.role === "link") links++;
    else others++;
  }
  return links > 0 && links >= others;
}
