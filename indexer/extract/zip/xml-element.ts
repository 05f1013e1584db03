import { isCDATA, isTag, isText, type Element } from "domhandler";

/** The name of an element without its namespace prefix. */
export function readLocalName({ name }: Element): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The child elements, or those with a name; prefixes are not looked at. */
export function listChildren(parent: Element, name?: string): readonly Element[] {
  const elements = parent.children.filter(isTag);
  return name === undefined ? elements : elements.filter((child) => readLocalName(child) === name);
}

/** The first child along a path of names (`pPr`, `numPr`), or null. */
export function findChild(parent: Element, ...path: readonly string[]): Element | null {
  let at: Element | null = parent;
  for (const name of path) {
    if (!at) return null;
    at =
      at.children.find(
        (child): child is Element => isTag(child) && readLocalName(child) === name,
      ) ?? null;
  }
  return at;
}

/** An attribute by its name without prefix, or null. */
export function readAttribute(element: Element | null, name: string): string | null {
  if (!element) return null;
  const { attribs } = element;
  const direct = attribs[name];
  if (direct !== undefined) return direct;
  for (const key in attribs) if (key.endsWith(`:${name}`)) return attribs[key] ?? null;
  return null;
}

/** The attribute `val` of a child along a path: how office formats write a property. */
export function readValue(parent: Element, ...path: readonly string[]): string | null {
  return readAttribute(findChild(parent, ...path), "val");
}

/** Every element of a name below an element, in document order. */
export function listDescendants(root: Element, name: string): readonly Element[] {
  const found: Element[] = [];
  visitElements(root, (element) => {
    if (readLocalName(element) === name) found.push(element);
  });
  return found;
}

/** Visits every element below `root` in document order; depth is bounded by `readXml`. */
export function visitElements(root: Element, visit: (element: Element) => void): void {
  for (const child of root.children) {
    if (!isTag(child)) continue;
    visit(child);
    visitElements(child, visit);
  }
}

/** The text within an element as it stands. */
export function readContent(element: Element): string {
  let text = "";
  for (const child of element.children) {
    if (isText(child)) text += child.data;
    else if (isTag(child) || isCDATA(child)) text += readContent(child as Element);
  }
  return text;
}
