import { z } from "zod";
import type { Document } from "domhandler";
import { Markup, readTree } from "./markup.ts";
import { readWords, walkTree } from "./walk-tree.ts";

/** How a host's page for missing pages looks: its title, and marks of its text that a like page shares. Plain JSON. */
export const missingSignatureSchema = z.object({
  title: z.string(),
  length: z.int().min(0),
  marks: z.array(z.int()),
});
export type MissingSignature = Readonly<z.infer<typeof missingSignatureSchema>>;

const longestText = 20_000;
const piece = 5;
const mostMarks = 128;
/** What two texts must share: more where their titles tell them apart no better than those of any two pages do. */
const alike = 0.8;
const nearlySame = 0.95;
const shortText = 400;
const missingWords =
  /找不到(?:该|您|此|相关)?.{0,12}(?:页面|网页|文件|资源|内容)|(?:页面|网页|文件|内容|信息|栏目)(?:不存在|已(?:被)?(?:删除|下线|移除|移动)|未找到|没有找到|丢失|走丢了)|错误页面|404\s?(?:not found|error|错误|页面)|not found|访问的.{0,12}不存在|很抱歉.{0,20}(?:不存在|删除|找不到)|error\s?404/iu;

/** What to remember of the answer to an address that cannot exist, or of the home page that a host shows instead. */
export function describeMissingPage(text: string): MissingSignature {
  const { root } = new Markup(text);
  const words = readWords(root, longestText);
  return { title: readTitle(root), length: words.length, marks: listMarks(words) };
}

/**
 * Whether an answer says that there is no such page, whatever its status: by status 404 or 410, by its few words, or
 * because it looks like what this host answered to addresses that cannot exist.
 */
export function isMissingPage(
  page: { readonly text: string; readonly status: number; readonly markup?: Markup },
  learnt: readonly MissingSignature[],
): boolean {
  if (page.status === 404 || page.status === 410) return true;
  return saysMissing(page) || isLearntPage(page, learnt);
}

type ReadablePage = { readonly text: string; readonly markup?: Markup };

/** Whether a page says in few words that there is no such page. */
export function saysMissing(page: ReadablePage): boolean {
  const root = readTree(page);
  const shown = readWords(root, shortText);
  if (shown.length >= shortText) return false;
  return missingWords.test(shown) || /^(?:404|出错|错误|error)/iu.test(readTitle(root));
}

/** Whether a page looks like what this host answered to addresses that cannot exist. */
export function isLearntPage(page: ReadablePage, learnt: readonly MissingSignature[]): boolean {
  if (learnt.length === 0) return false;
  const root = readTree(page);
  const title = readTitle(root);
  const words = readWords(root, longestText);
  const likely = learnt.filter((known) => mayBeAlike({ title, length: words.length }, known));
  if (likely.length === 0) return false;
  const own = { title, length: words.length, marks: listMarks(words) };
  return likely.some((known) => isAlike(own, known));
}

type Outline = Pick<MissingSignature, "title" | "length">;

/** What is told without the marks, which cost the most: a page of another title is another page. */
function mayBeAlike(one: Outline, other: Outline): boolean {
  if (plainTitle(one) !== plainTitle(other)) return false;
  if (one.length === 0 || other.length === 0) return one.length === other.length;
  // Addresses and the time of day that such a page prints change a little of it.
  const [less, more] = [Math.min(one.length, other.length), Math.max(one.length, other.length)];
  return less >= more * findLeast(one) - 2 * piece;
}

function findLeast({ title }: Outline): number {
  return missingWords.test(title) || /404|错误|出错/u.test(title) ? alike : nearlySame;
}

/** A short list within the same frame looks much like it too, so that nearly all marks must be shared. */
function isAlike(one: MissingSignature, other: MissingSignature): boolean {
  if (one.length === 0) return true;
  const marks = new Set(other.marks);
  const smallest = [...new Set([...one.marks, ...other.marks])]
    .toSorted((a, b) => a - b)
    .slice(0, mostMarks);
  const own = new Set(one.marks);
  const shared = smallest.filter((mark) => own.has(mark) && marks.has(mark)).length;
  return shared >= smallest.length * findLeast(one);
}

function plainTitle({ title }: Outline): string {
  return title.replace(/\d+/gu, "");
}

/** The smallest hashes of all pieces of the text: what two texts share of them, they share as a whole. */
function listMarks(words: string): number[] {
  const plain = words.replace(/(?:https?:\/)?\/[\w.:/?=&%-]{1,300}|\d+/gu, "").replace(/\s+/gu, "");
  const hashes = new Set<number>();
  for (let at = 0; at + piece <= plain.length; at++) hashes.add(hash(plain.slice(at, at + piece)));
  if (hashes.size === 0 && plain !== "") hashes.add(hash(plain));
  return [...hashes].toSorted((a, b) => a - b).slice(0, mostMarks);
}

/** FNV-1a with 32 bits. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < words.length; at++)
    value = Math.imul(value ^ words.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function readTitle(root: Document): string {
  let title: string | null = null;
  walkTree(root, {
    enter: (element) => {
      if (element.name === "title" && title === null) title = readWords(element, 200);
      return title === null ? true : "stop";
    },
  });
  return title ?? "";
}
