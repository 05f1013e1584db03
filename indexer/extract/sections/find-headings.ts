import type { Block } from "../page/page.ts";
import type { Heading, HeadingStyle } from "./heading.ts";
import { readHanNumber } from "./read-han-number.ts";
import { classifyTitle, compactTitle } from "./section-titles.ts";

/** So many candidates are weighed; more are no report. Known titles go first. */
const mostHeadings = 400;
const longestTitle = 40;
const longestLine = 5_000;
/** Lines that are repeated are read once where they are short. */
const longestKnown = 100;
/** Lines between the heading of an appendix and its table. */
const mostBetween = 4;
const quickAppendix = /^\s{0,12}[（(【[]?\s{0,4}附/u;

const styles: readonly (readonly [HeadingStyle, RegExp])[] = [
  ["part", /^第\s{0,2}([一二三四五六七八九十]{1,3})\s{0,2}(?:部分|章)\s{0,2}[：:、.．]?\s{0,4}/u],
  ["han", /^([一二三四五六七八九十]{1,3})\s{0,4}[、.．，,：:]\s{0,4}/u],
  ["bracket", /^[（(]\s{0,2}([一二三四五六七八九十]{1,3})\s{0,2}[）)]\s{0,2}[、.．]?\s{0,4}/u],
  ["arabic", /^(\d{1,2})\s{0,2}[、.．]\s{0,4}/u],
];

/** Every line outside tables that could be a heading of a section. `isTable` tells blocks that belong to tables. */
export function findHeadings(
  blocks: readonly Block[],
  isTable: (block: number) => boolean,
): readonly Heading[] {
  const found: Heading[] = [];
  const known = new Map<string, Words | null>();
  blocks.forEach((block, at) => {
    if (block.kind !== "line" || isTable(at)) return;
    const next = blocks[at + 1];
    const following = next?.kind === "line" && !isTable(at + 1) ? next.text : null;
    const isAboveTable = quickAppendix.test(block.text) && leadsToTable(blocks, at, isTable);
    const isShort = block.text.length + (following?.length ?? 0) <= longestKnown;
    const key = isShort ? `${block.text}\n${isAboveTable ? "\t" : ""}${following ?? ""}` : "";
    const own = isShort ? known.get(key) : undefined;
    const heading = own === undefined ? readHeading(block.text, { following, isAboveTable }) : own;
    if (isShort) known.set(key, heading);
    if (heading) found.push({ ...heading, from: at, to: heading.isSplit ? at + 1 : at });
  });
  if (found.length <= mostHeadings) return found;
  return found.filter(({ kind }) => kind !== null).slice(0, mostHeadings);
}

type Words = Omit<Heading, "from" | "to"> & { readonly isSplit: boolean };

/** `following` is the line after it; `isAboveTable` where a line of an appendix stands right above a table. */
interface Below {
  readonly following: string | null;
  readonly isAboveTable: boolean;
}

/** Whether a table begins below a line, with at most a few short lines (its own title, units) between. */
function leadsToTable(
  blocks: readonly Block[],
  at: number,
  isTable: (block: number) => boolean,
): boolean {
  for (let below = at + 1; below <= at + mostBetween; below++) {
    const block = blocks[below];
    if (!block || isTable(below) || block.kind === "grid") return block !== undefined;
    if (block.text.length > longestTitle || block.role === "link") return false;
  }
  return false;
}

function readHeading(line: string, { following, isAboveTable }: Below): Words | null {
  if (line.length > longestLine) return null;
  const text = line.replace(/^[#*\s]{1,12}/u, "");
  for (const [style, pattern] of styles) {
    const match = pattern.exec(text);
    if (!match) continue;
    const number = style === "arabic" ? Number(match[1]) : readHanNumber(match[1] ?? "");
    const prefix = match[0];
    const rest = text.slice(prefix.length);
    if (rest.trim() === "") return readSplitHeading({ style, number, prefix }, following);
    return readNumbered({ style, number, prefix }, rest);
  }
  return readUnnumbered(text, isAboveTable);
}

interface Numbering {
  readonly style: HeadingStyle;
  readonly number: number;
  readonly prefix: string;
}

/** Number and title on two lines. */
function readSplitHeading(numbering: Numbering, following: string | null): Words | null {
  if (following === null || following.length > longestTitle || /[。；，,]/u.test(following))
    return null;
  const heading = readNumbered(numbering, following);
  return heading && { ...heading, isSplit: true };
}

function readNumbered({ style, number, prefix }: Numbering, rest: string): Words | null {
  const words = splitTitle(rest);
  if (!words) return null;
  const title = classifyTitle(words.title);
  // Only numbering in the style of official headings may introduce a title that nobody knows.
  if (!title && style !== "han" && style !== "part") return null;
  const text = `${prefix.trimEnd()}${words.title.replace(/\*+$/u, "").trim()}`;
  const { kind = null, isExact = false } = title ?? {};
  return { text, rest: words.rest, style, number, kind, isExact, isSplit: false };
}

/** A title alone on its line, or known and followed by its text: `总体情况。2023年，…`, `总体情况2023年，…`. */
function splitTitle(text: string): { readonly title: string; readonly rest: string } | null {
  const sentence = /^[^。：:\s]{2,40}(?=[。：:\s])/u.exec(text)?.[0] ?? null;
  if (sentence && !/[；;，,]/u.test(sentence) && classifyTitle(sentence))
    return {
      title: sentence,
      rest: text.slice(sentence.length).replace(/^[。：:\s]{1,8}/u, ""),
    };
  const dated = /^[^。：:；;，,\s\d]{2,40}?情况(?=20\d\d年)/u.exec(text)?.[0] ?? null;
  if (dated && classifyTitle(dated)?.isExact)
    return { title: dated, rest: text.slice(dated.length) };
  const compact = compactTitle(text);
  const isTitle = compact.length <= longestTitle && !/[。；;，,！？]/u.test(compact);
  return isTitle ? { title: text.trim(), rest: "" } : null;
}

/** 附件：… is the heading of an appendix where its table follows; elsewhere it offers a file. */
function readUnnumbered(line: string, isAboveTable: boolean): Words | null {
  if (line.length > longestTitle) return null;
  const title = classifyTitle(line);
  if (!title || !(title.isExact || (isAboveTable && title.kind === "appendix"))) return null;
  const text = line.replace(/\*+$/u, "").trim();
  return {
    text,
    rest: "",
    style: "none",
    number: null,
    kind: title.kind,
    isExact: true,
    isSplit: false,
  };
}
