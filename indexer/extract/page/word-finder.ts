import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { findBlock } from "./find-block.ts";
import { normalizeSpace } from "./normalize-space.ts";
import type { HtmlOrigin, TextPoint } from "./page.ts";
import { listTextStarts, type TextStarts } from "./list-text-starts.ts";
import { traceText, type TracedText } from "./trace-text.ts";

/** A part of the text `of` a line or cell as it was read: UTF-16 offsets. */
export interface Words {
  readonly of: string;
  readonly start: number;
  readonly end: number;
}

/** UTF-16 offsets into the `textContent` of an element. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A line or cell with its place in its block. */
interface Found extends TracedText {
  readonly from: number;
}

/** What was found for a text that an origin was read as; null where it is not in its block. */
interface Traced {
  readonly of: string;
  readonly found: Found | null;
}

/** Finds words of a page in the `textContent` of the block they stand in. Remembers lines, whose words are many. */
export class WordFinder {
  readonly #found = new Map<HtmlOrigin, Traced>();
  #starts: TextStarts | null = null;

  /**
   * The offsets between which the `textContent` of `findBlock(origin.element)` is `printed`, white space aside; null
   * where it nowhere says so by itself: something hidden lies between, or browsers disagree about what stands before.
   */
  find(origin: HtmlOrigin, { of, start, end }: Words, printed: string): TextRange | null {
    const only = origin.begin ? null : findOnlyText(origin.element);
    // Most cells are no more than what is read from them: nothing else need be looked at.
    if (only?.trim() === of && of.slice(start, end) === printed) {
      const from = only.indexOf(of);
      return { start: from + start, end: from + end };
    }
    const known = this.#found.get(origin);
    const found = known?.of === of ? known.found : this.#trace(origin, of);
    this.#found.set(origin, { of, found });
    if (!found) return null;
    const own = found.offsets.slice(start, end);
    const first = own.find((offset) => offset !== -1);
    const last = own.findLast((offset) => offset !== -1);
    if (first === undefined || last === undefined) return null;
    const said = found.content.slice(first, last + 1);
    const isSaid = said === printed || dropSpace(said) === dropSpace(printed);
    return isSaid ? { start: found.from + first, end: found.from + last + 1 } : null;
  }

  #trace({ element, begin }: HtmlOrigin, text: string): Found | null {
    const block = findBlock(element);
    const from = begin ? this.#measure(block, begin) : 0;
    const traced = from === null ? null : traceText({ block, begin: begin ?? null, text });
    return from === null || traced === null ? null : { ...traced, from };
  }

  /** How long the text of a block is before a point in it; null where that depends on the browser. */
  #measure(block: Element, { node, offset }: TextPoint): number | null {
    if (beginsWith(block, node)) return offset;
    this.#starts ??= listTextStarts(findRoot(block));
    const { lengths, doubts } = this.#starts;
    const [from, to] = [lengths.get(block), lengths.get(node)];
    const isSure = (doubts.get(block) ?? 0) === (doubts.get(node) ?? 0);
    return isSure && from !== undefined && to !== undefined ? to + offset - from : null;
  }
}

/** The text of an element that holds one text and nothing beside it. */
function findOnlyText(element: Element): string | null {
  let at: AnyNode | null = element;
  while (at && isTag(at)) at = at.firstChild === at.lastChild ? at.firstChild : null;
  return at && isText(at) ? at.data : null;
}

/** Whether nothing at all stands in the block before the node. */
function beginsWith(block: Element, node: AnyNode): boolean {
  let at: AnyNode | null = node;
  while (at && at !== block && !at.prev) at = at.parent;
  return at === block;
}

function findRoot(element: Element): Element {
  let at = element;
  while (at.parent && isTag(at.parent)) at = at.parent;
  return at;
}

function dropSpace(text: string): string {
  return normalizeSpace(text).replaceAll(" ", "");
}
