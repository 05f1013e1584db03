import { isTag, isText, type AnyNode, type Element, type Text } from "domhandler";
import { applyStyleSheets } from "./apply-style-sheets.ts";
import { rankContainer } from "./article-containers.ts";
import { assertMarkupBounds } from "./assert-markup-bounds.ts";
import { chooseBody, shortestArticle, type Container } from "./choose-body.ts";
import { blockElements, layoutElements } from "./element-roles.ts";
import { isUnseen } from "./is-unseen.ts";
import { normalizeSpace } from "./normalize-space.ts";
import { parseHtml } from "./parse-html.ts";
import type { Block, HtmlOrigin, LineRole, Page } from "./page.ts";
import { readGrid } from "./read-grid.ts";
import { readRaised } from "./read-raised.ts";
import { findReferences } from "./references/find-references.ts";
import { walkTree } from "./walk-tree.ts";

const anyStyle = /<style[\s>]/iu;

/** An element that is being read; `words` is the length of the text before it. */
interface OpenContainer {
  readonly element: Element;
  readonly rank: number | null;
  readonly from: number;
  readonly words: number;
}

/** Reads a page: the blocks that a reader sees, without scripts, styles and navigation. Throws UnreadableFile. */
export function readHtml(html: string): Page {
  assertMarkupBounds(html);
  const root = parseHtml(html);
  if (!root) return { blocks: [], body: [], meta: new Map(), title: null };
  if (anyStyle.test(html)) applyStyleSheets(root);
  const collector = new BlockCollector();
  walkTree(root, collector);
  const { blocks, containers } = collector;
  const body = chooseBody(blocks, containers);
  const references = findReferences(root, body.elements);
  return { blocks, body: body.blocks, ...readHead(root), references };
}

function readHead(root: Element): Pick<Page, "meta" | "title" | "base"> {
  const meta = new Map<string, string>();
  let title: string | null = null;
  let base: string | null = null;
  for (const child of root.children.flatMap((part) => (isTag(part) ? part.children : []))) {
    if (!isTag(child)) continue;
    if (child.name === "title" && child.firstChild && isText(child.firstChild))
      title ??= normalizeSpace(child.firstChild.data);
    const { name, content, href } = child.attribs;
    if (child.name === "base" && href) base ??= href;
    if (child.name === "meta" && name && content)
      meta.set(name.toLowerCase(), normalizeSpace(content));
  }
  return { meta, title, base };
}

class BlockCollector {
  readonly blocks: Block[] = [];
  /** The elements that could hold the article. */
  readonly containers: Container[] = [];
  readonly #open: OpenContainer[] = [];
  #words = 0;
  #passed: AnyNode | null = null;
  #text = "";
  #first: HtmlOrigin | null = null;
  #preformatted = 0;
  #mainHeadings = 0;
  #links = 0;
  #linkedLength = 0;

  /** Takes a node in; false where its children are not to be visited. */
  enter(node: AnyNode): boolean {
    if (isText(node)) this.#append(node.data, node);
    if (!isTag(node) || isUnseen(node)) return this.#pass(node);
    const mark = readRaised(node);
    if (mark !== null) {
      this.#append(mark, node);
      return this.#pass(node);
    }
    if (node.name === "br") this.#flush();
    if (blockElements.has(node.name)) this.#flush();
    if (node.name === "pre") this.#preformatted++;
    if (node.name === "h1") this.#mainHeadings++;
    if (isLink(node)) this.#links++;
    this.#openContainer(node);
    const grid = node.name === "table" ? readGrid(node) : null;
    if (grid) this.#push(grid);
    return !grid;
  }

  leave(node: AnyNode): void {
    if (!isTag(node) || node === this.#passed) return;
    if (blockElements.has(node.name)) this.#flush();
    if (node.name === "pre") this.#preformatted--;
    if (node.name === "h1") this.#mainHeadings--;
    if (isLink(node)) this.#links--;
    if (node === this.#open.at(-1)?.element) this.#closeContainer();
  }

  /** Nothing is to be done when a node is left that was not taken in. */
  #pass(node: AnyNode): boolean {
    this.#passed = node;
    return false;
  }

  #openContainer(element: Element): void {
    const rank = rankContainer(element.name, element.attribs);
    if (rank === null && !layoutElements.has(element.name)) return;
    this.#flush();
    this.#open.push({ element, rank, from: this.blocks.length, words: this.#words });
  }

  #closeContainer(): void {
    this.#flush();
    const open = this.#open.pop();
    if (!open || this.#words - open.words < shortestArticle) return;
    const { element, rank, from } = open;
    this.containers.push({ element, rank, from, to: this.blocks.length });
  }

  #append(text: string, node: Text | Element, offset = 0): void {
    if (this.#preformatted > 0 && text.includes("\n")) {
      let at = offset;
      for (const line of text.split("\n")) {
        this.#append(line, node, at);
        this.#flush();
        at += line.length + 1;
      }
      return;
    }
    this.#text += text;
    if (this.#links > 0) this.#linkedLength += text.trim().length;
    if (this.#first || text.trim() === "") return;
    const element = isText(node) ? (node.parent as Element) : node;
    this.#first = { in: "html", element, begin: { node, offset } };
  }

  #flush(): void {
    const origin = this.#first;
    if (origin) {
      const text = normalizeSpace(this.#text);
      const role = this.#findRole(text);
      if (text !== "") this.#push({ kind: "line", text, role, origin });
    }
    this.#text = "";
    this.#linkedLength = 0;
    this.#first = null;
  }

  /** A line is flushed while the element that it ends with is still open. */
  #findRole(text: string): LineRole {
    if (this.#mainHeadings > 0) return "heading";
    return this.#linkedLength * 2 > text.length ? "link" : "text";
  }

  #push(block: Block): void {
    this.blocks.push(block);
    this.#words += block.kind === "line" ? block.text.length : shortestArticle;
  }
}

/** Leads elsewhere, with an address or a script; `<a name>` only marks a place. */
function isLink({ name, attribs }: Element): boolean {
  if (name !== "a") return false;
  const { href, name: anchor, id } = attribs;
  return href !== undefined || (anchor === undefined && id === undefined);
}
