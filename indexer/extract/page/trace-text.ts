import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { isUnseen } from "./is-unseen.ts";
import type { HtmlOrigin } from "./page.ts";
import { readTextContent } from "./read-text-content.ts";

/** `content` is `textContent`; `offsets` tells for each UTF-16 unit of the text read from it where it stands, or -1. */
export interface TracedText {
  readonly content: string;
  readonly offsets: readonly number[];
}

interface Printed {
  /** The block that holds the text. */
  readonly block: Element;
  /** Where a line begins in it; null for the text of a cell, which is all that is seen of its block. */
  readonly begin: HtmlOrigin["begin"] | null;
  /** The text with single spaces, as it was read. */
  readonly text: string;
}

/**
 * Finds again the characters of a text in the nodes that it was read from. Null where they do not follow one another
 * there as they do in the text: a mark of a footnote was left out.
 */
export function traceText({ block, begin, text }: Printed): TracedText | null {
  const trace = new TextTrace(text, begin === null);
  let node: AnyNode | null = begin?.node ?? block.firstChild;
  if (begin && begin.offset > 0) {
    if (!isText(begin.node) || !trace.see(begin.node.data.slice(begin.offset))) return null;
    node = findNext(begin.node, block);
  }
  while (node && !trace.isDone) {
    const hidden = isTag(node) && isUnseen(node) ? node : null;
    const isRead = hidden ? trace.pass(hidden) : !isText(node) || trace.see(node.data);
    if (!isRead) return null;
    const child: AnyNode | null = isTag(node) && !hidden ? node.firstChild : null;
    node = child ?? findNext(node, block);
  }
  return trace.finish();
}

/** The node after another and all that it holds; null behind the last. */
function findNext(node: AnyNode, within: Element): AnyNode | null {
  let at: AnyNode = node;
  while (!at.next) {
    if (!at.parent || at.parent === within) return null;
    at = at.parent;
  }
  return at.next;
}

class TextTrace {
  readonly #text: string;
  readonly #isWhole: boolean;
  readonly #offsets: number[];
  #content = "";
  #at = 0;

  constructor(text: string, isWhole: boolean) {
    this.#text = text;
    this.#isWhole = isWhole;
    this.#offsets = Array<number>(text.length).fill(-1);
  }

  /** Whether the rest says nothing of the text. */
  get isDone(): boolean {
    return !this.#isWhole && this.#at === this.#text.length;
  }

  /** Takes text that a reader sees; false where it is not what comes next. */
  see(data: string): boolean {
    for (let index = 0; index < data.length && !this.isDone; index++) {
      if (isBlank(data, index)) continue;
      while (isBlank(this.#text, this.#at)) this.#at++;
      if (!isSame(data.charAt(index), this.#text.charAt(this.#at))) return false;
      this.#offsets[this.#at++] = this.#content.length + index;
    }
    this.#content += data;
    return true;
  }

  /** Takes what no reader sees, which is text all the same; false where browsers disagree about it. */
  pass(element: Element): boolean {
    const hidden = readTextContent(element);
    this.#content += hidden ?? "";
    return hidden !== null;
  }

  finish(): TracedText | null {
    const isFound = this.#at === this.#text.length;
    return isFound ? { content: this.#content, offsets: this.#offsets } : null;
  }
}

/** Whether a character is one of those that are single spaces, or none, in the text of a page. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if ((code > 0x20 && code < 0x80) || (code > 0x3000 && code < 0xfeff)) return false;
  return /[\s\u200b\u200e\u200f]/u.test(text.charAt(at));
}

/** Raised figures are read as such, or as plain ones where a whole cell is raised. */
function isSame(character: string, read: string): boolean {
  return character === read || character.normalize("NFKC") === read.normalize("NFKC");
}
