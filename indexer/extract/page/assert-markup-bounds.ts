import { UnreadableFile } from "../unreadable-file.ts";

/**
 * An HTML parser that follows the standard takes quadratic time or memory on some hostile markup.
 * These bounds lie far above what pages have and keep any file of the allowed size within seconds.
 */
const bounds = { depth: 4_000, steps: 1e9, copies: 4e6, fostered: 20_000, attributes: 4_000 };

const closedByOthers = new Set(
  "area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot option optgroup dt dd rt rp html head body".split(
    " ",
  ),
);
const formatting = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));
const tableParts = new Set(
  "table tbody thead tfoot tr td th caption colgroup col script style template input form".split(
    " ",
  ),
);
const cells = new Set(["td", "th", "caption"]);
const rawText = new Set(["script", "style", "textarea", "title", "xmp", "noembed"]);

interface Counts {
  readonly open: Map<string, number>;
  readonly nesting: { tags: number; depth: number; formatting: number };
  readonly most: { depth: number; formatting: number };
  fostered: number;
  betweenCells: boolean;
}

/** Throws UnreadableFile where the markup is nested or broken so badly that parsing could take minutes. */
export function assertMarkupBounds(html: string): void {
  const counts: Counts = {
    open: new Map(),
    nesting: { tags: 0, depth: 0, formatting: 0 },
    most: { depth: 0, formatting: 0 },
    fostered: 0,
    betweenCells: false,
  };
  let at = html.indexOf("<");
  while (at !== -1) {
    const end = findTagEnd(html, at);
    if (end === -1) break;
    if (end - at > 2 * bounds.attributes) assertFewAttributes(html.slice(at, end));
    const next = countTag(counts, html, at);
    at = html.indexOf("<", Math.max(next, end));
  }
  assertCounts(counts);
}

function findTagEnd(html: string, at: number): number {
  if (!html.startsWith("<!--", at)) return html.indexOf(">", at);
  return html.indexOf("-->", at);
}

/** Counts one tag and returns where to go on: behind the content of an element that holds raw text. */
function countTag(counts: Counts, html: string, at: number): number {
  const closes = html.charCodeAt(at + 1) === 0x2f;
  const name = readName(html, closes ? at + 2 : at + 1);
  if (name === "") return at + 1;
  counts.nesting.tags++;
  if (closes) closeElement(counts, name);
  else openElement(counts, name);
  if (closes || !rawText.has(name)) return at + 1;
  const close = html.indexOf(`</${name}`, at);
  return close === -1 ? at + 1 : close;
}

function readName(html: string, from: number): string {
  let to = from;
  while (to < from + 16 && isNameCode(html.charCodeAt(to))) to++;
  return html.slice(from, to).toLowerCase();
}

/** A letter or a digit of ASCII. */
function isNameCode(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function openElement(counts: Counts, name: string): void {
  const { nesting, most } = counts;
  if (tableParts.has(name)) counts.betweenCells = !cells.has(name);
  else if (counts.betweenCells && (counts.open.get("table") ?? 0) > 0) counts.fostered++;
  if (closedByOthers.has(name)) return;
  counts.open.set(name, (counts.open.get(name) ?? 0) + 1);
  most.depth = Math.max(most.depth, ++nesting.depth);
  if (formatting.has(name)) most.formatting = Math.max(most.formatting, ++nesting.formatting);
}

function closeElement(counts: Counts, name: string): void {
  if (tableParts.has(name)) counts.betweenCells = true;
  const open = counts.open.get(name) ?? 0;
  if (open === 0) return;
  counts.open.set(name, open - 1);
  counts.nesting.depth--;
  if (formatting.has(name)) counts.nesting.formatting--;
}

function assertFewAttributes(tag: string): void {
  let spaces = 0;
  for (let at = tag.search(/\s/u); at < tag.length && at !== -1; at++)
    if (tag.charCodeAt(at) <= 0x20) spaces++;
  if (spaces > bounds.attributes)
    throw new UnreadableFile(
      "One tag of this page has thousands of attributes; save the page again.",
    );
}

function assertCounts({ nesting, most, fostered }: Counts): void {
  const { tags } = nesting;
  const isWild =
    most.depth > bounds.depth ||
    tags * most.depth > bounds.steps ||
    tags * most.formatting > bounds.copies ||
    fostered > bounds.fostered;
  if (isWild)
    throw new UnreadableFile(
      "The markup of this page is nested or broken too deeply to be a report; save the page again.",
    );
}
