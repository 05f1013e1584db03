import type { Element } from "domhandler";
import type { ListLevel, NumberedList } from "../lists/numbered-list.ts";
import { findChild, listChildren, readAttribute, readValue } from "../../zip/xml-element.ts";

/** A list with the paragraph styles that stand for its levels. */
export interface DocxList extends NumberedList {
  readonly styleLevels: ReadonlyMap<string, number>;
}

interface AbstractList {
  readonly levels: ReadonlyMap<number, ListLevel>;
  readonly styleLevels: ReadonlyMap<string, number>;
  readonly styleLink: string | null;
}

/** The lists of `word/numbering.xml` by their number (ECMA-376 part 1, 17.9). */
export function readNumbering(
  root: Element,
  listOfStyle: (styleId: string) => string | null,
): ReadonlyMap<string, DocxList> {
  const abstracts = new Map(
    listChildren(root, "abstractNum").map((element) => [
      readAttribute(element, "abstractNumId") ?? "",
      readAbstractList(element),
    ]),
  );
  const instances = new Map(
    listChildren(root, "num").map((element) => [readAttribute(element, "numId") ?? "", element]),
  );
  const lists = new Map<string, DocxList>();
  for (const [id, element] of instances) {
    const counter = findCounter(id, { abstracts, instances, listOfStyle });
    const base = abstracts.get(counter ?? "");
    if (counter !== null && base) lists.set(id, buildList(element, { id, counter, base }));
  }
  return lists;
}

interface Definitions {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly instances: ReadonlyMap<string, Element>;
  readonly listOfStyle: (styleId: string) => string | null;
}

/** The abstract list behind a list, through the list style that it may only point to. */
function findCounter(id: string, definitions: Definitions): string | null {
  const { abstracts, instances, listOfStyle } = definitions;
  let at: string | null = id;
  for (let steps = 0; steps < 10 && at !== null; steps++) {
    const instance = instances.get(at);
    const abstract = instance ? readValue(instance, "abstractNumId") : null;
    const link = abstracts.get(abstract ?? "")?.styleLink ?? null;
    if (link === null) return abstract;
    at = listOfStyle(link);
  }
  return null;
}

function readAbstractList(element: Element): AbstractList {
  const levels = new Map<number, ListLevel>();
  const styleLevels = new Map<string, number>();
  for (const child of listChildren(element, "lvl")) {
    const index = readLevelIndex(child);
    levels.set(index, readLevel(child, index));
    const style = readValue(child, "pStyle");
    if (style !== null) styleLevels.set(style, index);
  }
  return { levels, styleLevels, styleLink: readValue(element, "numStyleLink") };
}

function readLevelIndex(element: Element): number {
  return readInteger(readAttribute(element, "ilvl"), 0);
}

function readLevel(element: Element, index: number): ListLevel {
  const legal = findChild(element, "isLgl");
  return {
    start: readInteger(readValue(element, "start"), 0),
    format: readFormat(element),
    text: readValue(element, "lvlText") ?? "",
    isSpaced: readValue(element, "suff") !== "nothing",
    isDecimal: legal !== null && !/^(?:0|false|off)$/u.test(readAttribute(legal, "val") ?? ""),
    restart: readInteger(readValue(element, "lvlRestart"), index),
  };
}

/** Newer formats stand in an alternative that older programs skip. */
function readFormat(element: Element): string {
  const choice = findChild(element, "AlternateContent", "Choice");
  const newer = choice ? readValue(choice, "numFmt") : null;
  if (newer !== null && newer !== "custom") return newer;
  const fallback = findChild(element, "AlternateContent", "Fallback");
  return readValue(fallback ?? element, "numFmt") ?? "decimal";
}

function buildList(
  element: Element,
  { id, counter, base }: { id: string; counter: string; base: AbstractList },
): DocxList {
  const levels = new Map(base.levels);
  const restarts = new Map<number, number>();
  for (const override of listChildren(element, "lvlOverride")) {
    const index = readLevelIndex(override);
    const own = findChild(override, "lvl");
    if (own) levels.set(index, readLevel(own, index));
    const first = readValue(override, "startOverride");
    if (first !== null) restarts.set(index, readInteger(first, 1));
  }
  return { id, counter, levels, restarts, styleLevels: base.styleLevels };
}

function readInteger(text: string | null, otherwise: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isNaN(value) ? otherwise : value;
}
