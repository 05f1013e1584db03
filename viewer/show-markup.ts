import { load, type CheerioAPI } from "cheerio";
import { isDocument, isTag, isText, type AnyNode, type Element, type Text } from "domhandler";
import type { Place } from "../corpus/fact.ts";
import { assertMarkupBounds } from "../indexer/extract/page/assert-markup-bounds.ts";
import {
  droppedElements,
  replacedElements,
  shownElements,
  voidElements,
} from "./allowed-markup.ts";
import { escapeHtml, markAttributes, markClass, markId, type ShownPart } from "./build-document.ts";
import { writeAttributes } from "./clean-attributes.ts";
import { findWords, type FoundWords } from "./find-words.ts";

type HtmlPlace = Extract<Place, { readonly in: "html" }>;

const largestPicture = 4_000_000;
const safePicture = /^data:image\/(?:png|jpeg|gif|bmp);base64,[a-z\d+/=\s]+$/iu;

/**
 * A page with what it says and none of what it does: elements, attributes and styles that are not on the lists of
 * `allowed-markup.ts` are left out. The words of the place are marked, else its element. Throws UnreadableFile.
 */
export function showMarkup(html: string, at: Place | null): ShownPart {
  assertMarkupBounds(html);
  const $ = load(html);
  const writer = new MarkupWriter(at?.in === "html" ? findMarked($, at) : { element: null });
  const root = $.root().get(0);
  if (root) writer.write(root);
  return { body: writer.html, isMarked: writer.isMarked };
}

/** What is to be marked: an element, or words in it. */
interface Marked {
  readonly element: Element | null;
  readonly words?: FoundWords | null;
}

function findMarked($: CheerioAPI, { selector, start, end }: HtmlPlace): Marked {
  const element = findElement($, selector);
  if (element === null || start === undefined || end === undefined) return { element };
  const words = findWords(element, { start, end });
  return words === null ? { element } : { element: null, words };
}

function findElement($: CheerioAPI, selector: string): Element | null {
  try {
    const [found] = $(selector).toArray();
    return found && isTag(found) ? found : null;
  } catch {
    return null;
  }
}

/** Writes a tree without recursion: pages may be nested thousands deep. */
class MarkupWriter {
  readonly #marked: Marked;
  readonly #parts: string[] = [];
  readonly #ends = new Map<AnyNode, string>();
  isMarked = false;

  constructor(marked: Marked) {
    this.#marked = marked;
  }

  get html(): string {
    return this.#parts.join("");
  }

  write(root: AnyNode): void {
    let node: AnyNode | null = root;
    while (node) {
      const child: AnyNode | null =
        this.#enter(node) && "firstChild" in node ? node.firstChild : null;
      if (child) {
        node = child;
        continue;
      }
      this.#leave(node);
      while (node && node !== root && !node.next) {
        node = node.parent as AnyNode | null;
        if (node) this.#leave(node);
      }
      node = node === root ? null : (node?.next ?? null);
    }
  }

  /** Writes what a node begins with; false where what it holds is left out. */
  #enter(node: AnyNode): boolean {
    if (isText(node)) this.#writeText(node);
    if (!isTag(node)) return isDocument(node);
    if (node.name === "img") this.#writePicture(node);
    if (droppedElements.has(node.name) || node.name === "img") return false;
    const isMark = node === this.#marked.element;
    const name = chooseName(node.name) ?? (isMark ? "span" : null);
    if (name === null) return true;
    const mark = isMark ? ` ${markAttributes}` : "";
    this.isMarked ||= isMark;
    // Scripts show the whole page once it is loaded, so its body is never hidden.
    const attributes = node.name === "body" ? "" : writeAttributes(node.attribs);
    this.#parts.push(`<${name}${mark}${attributes}>`);
    if (!voidElements.has(name)) this.#ends.set(node, `</${name}>`);
    return !voidElements.has(name);
  }

  #leave(node: AnyNode): void {
    const end = this.#ends.get(node);
    if (end !== undefined) this.#parts.push(end);
  }

  /** Of words in several nodes the first has the id that addresses lead to. */
  #writeText(node: Text): void {
    const { words } = this.#marked;
    const { start, end } = words?.get(node) ?? { start: 0, end: 0 };
    const isMark = start < end;
    if (isMark) {
      const id = this.isMarked ? "" : ` id="${markId}"`;
      const kind = words?.size === 1 ? markClass : `${markClass} gk-part`;
      this.#parts.push(
        escapeHtml(node.data.slice(0, start)),
        `<mark${id} class="${kind}">${escapeHtml(node.data.slice(start, end))}</mark>`,
      );
    }
    this.#parts.push(escapeHtml(node.data.slice(end)));
    this.isMarked ||= isMark;
  }

  /** A picture that the page itself holds, else its words. */
  #writePicture({ attribs }: Element): void {
    const { src = "", alt = "" } = attribs;
    const words = escapeHtml(alt.slice(0, 200));
    const isHeld = src.length < largestPicture && safePicture.test(src);
    this.#parts.push(
      isHeld
        ? `<img src="${escapeHtml(src)}" alt="${words}">`
        : `<span class="gk-lost">图片${words === "" ? "" : `：${words}`}</span>`,
    );
  }
}

/** What an element is shown as; null where only what it holds is shown. */
function chooseName(name: string): string | null {
  if (shownElements.has(name)) return name;
  return Object.hasOwn(replacedElements, name) ? (replacedElements[name] ?? null) : null;
}
