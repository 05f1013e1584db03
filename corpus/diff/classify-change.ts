import type { Attachment } from "../attachment.ts";
import { cleanProse, cleanText } from "./clean-text.ts";
import { diffFacts } from "./diff-facts.ts";
import type { FactChange } from "./report-diff.ts";
import type { Told } from "./told.ts";

/** How two contents of one report differ, the gravest difference first. Cosmetic ones say the same. */
export const toldChanges = ["figures", "text", "attachment", "cosmetic"] as const;
export type ToldChange = (typeof toldChanges)[number];

/** White space and marks that stand for an empty cell. */
const blank = /[\s/\\—–\-－─无]+/gu;

/**
 * What changed at one address: numbers, words (those that the page tells of the report too), or the files that go with
 * it.
 */
export function classifyChange(from: Told, to: Told): ToldChange {
  if (differInFigures(from, to)) return "figures";
  const files = listNames(from, to);
  if (cleanText(from.sections, files) !== cleanText(to.sections, files)) return "text";
  if (differInHead(from, to)) return "text";
  return listFiles(from.attachments) === listFiles(to.attachments) ? "cosmetic" : "attachment";
}

/**
 * How a copy at another address, which may be another kind of file, differs: in numbers or in prose. Marks between
 * words, the layout of tables and what a page tells beside the report are its own.
 */
export function classifyCopy(from: Told, to: Told): ToldChange {
  if (differInFigures(from, to)) return "figures";
  const files = listNames(from, to);
  const isSame = cleanProse(from.sections, files) === cleanProse(to.sections, files);
  return isSame ? "cosmetic" : "text";
}

function differInFigures(from: Told, to: Told): boolean {
  return diffFacts(from.facts, to.facts).some(isOtherFigure);
}

/** A cell that is not there says as much as a blank one; how a number is printed says nothing. */
function isOtherFigure({ from, to }: FactChange): boolean {
  const [before, after] = [from?.value ?? null, to?.value ?? null];
  if (before !== after) return true;
  if (before === null) return cleanCell(from?.raw ?? "") !== cleanCell(to?.raw ?? "");
  return from?.unit !== to?.unit && from?.unit !== null && to?.unit !== null;
}

function cleanCell(raw: string): string {
  return raw.normalize("NFKC").replaceAll(blank, "");
}

function differInHead(from: Told, to: Told): boolean {
  const fields = ["title", "published", "indexNumber", "documentNumber"] as const;
  return fields.some((field) => cleanWords(from[field]) !== cleanWords(to[field]));
}

function cleanWords(words: string | null): string {
  return (words ?? "").normalize("NFKC").replaceAll(/\s+/gu, "");
}

/** Names of files that stand in the text of either content. */
function listNames(from: Told, to: Told): readonly string[] {
  return [...from.attachments, ...to.attachments].map(({ name }) => name);
}

/** The files in any order, by address and name. */
function listFiles(attachments: readonly Attachment[]): string {
  return attachments
    .map(({ address, name }) => `${address}\n${cleanWords(name)}`)
    .toSorted()
    .join("\n");
}
