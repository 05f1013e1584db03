import { load } from "cheerio";
import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { assertMarkupBounds } from "./assert-markup-bounds.ts";
import { blockElements, isArticleContainer } from "./element-roles.ts";
import { isUnseen } from "./is-unseen.ts";
import { normalizeSpace } from "./normalize-space.ts";
import type { Block, LineRole, Page } from "./page.ts";
import { readGrid } from "./read-grid.ts";
import { readRaised } from "./read-raised.ts";

const shortestArticle = 200;

/** Reads a page: the blocks that a reader sees, without scripts, styles and navigation. Throws UnreadableFile. */
export function readHtml(html: string): Page {
  assertMarkupBounds(html);
  const root = load(html).root().children("html").get(0);
  const meta = new Map<string, string>();
  const title = root ? readHead(root, meta) : null;
  const collector = new BlockCollector();
  if (root) walk(root, collector);
  return { blocks: collector.blocks, body: collector.selectBody(), meta, title };
}

function readHead(root: Element, meta: Map<string, string>): string | null {
  let title: string | null = null;
  for (const part of root.children) {
    if (!isTag(part)) continue;
    for (const child of part.children) {
      if (!isTag(child)) continue;
      if (child.name === "title" && child.firstChild && isText(child.firstChild))
        title ??= normalizeSpace(child.firstChild.data);
      const { name, content } = child.attribs;
      if (child.name === "meta" && name && content)
        meta.set(name.toLowerCase(), normalizeSpace(content));
    }
  }
  return title;
}

/** Visits every node in document order, without recursion: pages may be nested thousands deep. */
function walk(root: Element, collector: BlockCollector): void {
  let node: AnyNode | null = root;
  while (node) {
    const child: AnyNode | null =
      collector.enter(node) && "firstChild" in node ? node.firstChild : null;
    if (child) {
      node = child;
      continue;
    }
    collector.leave(node);
    while (node && node !== root && !node.next) {
      node = node.parent as AnyNode | null;
      if (node) collector.leave(node);
    }
    node = node === root ? null : (node?.next ?? null);
  }
}

class BlockCollector {
  readonly blocks: Block[] = [];
  readonly #article: Block[] = [];
  #articleElement: Element | null = null;
  #articleLength = 0;
  #text = "";
  #first: Element | null = null;
  #preformatted = 0;
  #mainHeadings = 0;
  #links = 0;
  #linkedLength = 0;

  /** Takes a node in; false where its children are not to be visited. */
  enter(node: AnyNode): boolean {
    if (isText(node)) this.#append(node.data, node.parent);
    if (!isTag(node) || isUnseen(node)) return false;
    const mark = readRaised(node);
    if (mark !== null) {
      this.#append(mark, node);
      return false;
    }
    if (node.name === "br") this.#flush();
    if (blockElements.has(node.name)) this.#flush();
    if (node.name === "pre") this.#preformatted++;
    if (node.name === "h1") this.#mainHeadings++;
    if (isLink(node)) this.#links++;
    if (!this.#articleElement && isArticleContainer(node.attribs)) this.#articleElement = node;
    const grid = node.name === "table" ? readGrid(node) : null;
    if (grid) this.#push(grid);
    return !grid;
  }

  leave(node: AnyNode): void {
    if (!isTag(node) || isUnseen(node)) return;
    if (blockElements.has(node.name)) this.#flush();
    if (node.name === "pre") this.#preformatted--;
    if (node.name === "h1") this.#mainHeadings--;
    if (isLink(node)) this.#links--;
    if (node === this.#articleElement) this.#articleElement = null;
  }

  /** The blocks of the article, where the page marks one that could be the report; else all. */
  selectBody(): readonly Block[] {
    const official = this.blocks.filter(isOfficialGrid).length;
    const isWhole =
      this.#articleLength >= shortestArticle &&
      this.#article.filter(isOfficialGrid).length === official;
    return isWhole ? this.#article : this.blocks;
  }

  #append(text: string, parent: unknown): void {
    if (this.#preformatted > 0 && text.includes("\n")) {
      for (const line of text.split("\n")) {
        this.#append(line, parent);
        this.#flush();
      }
      return;
    }
    this.#text += text;
    if (this.#links > 0) this.#linkedLength += text.trim().length;
    if (!this.#first && text.trim() !== "") this.#first = parent as Element;
  }

  #flush(): void {
    const element = this.#first;
    if (element) {
      const text = normalizeSpace(this.#text);
      const role = this.#findRole(text);
      if (text !== "") this.#push({ kind: "line", text, role, origin: { in: "html", element } });
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
    if (!this.#articleElement) return;
    this.#article.push(block);
    this.#articleLength += block.kind === "line" ? block.text.length : shortestArticle;
  }
}

/** Leads elsewhere, with an address or a script; `<a name>` only marks a place. */
function isLink({ name, attribs }: Element): boolean {
  if (name !== "a") return false;
  const { href, name: anchor, id } = attribs;
  return href !== undefined || (anchor === undefined && id === undefined);
}

function isOfficialGrid(block: Block): boolean {
  if (block.kind === "line") return false;
  return block.rows.some((row) =>
    row.some(({ text }) => /第二十条第|本年新收|指标名称|结果维持|行政规范性文件/u.test(text)),
  );
}
