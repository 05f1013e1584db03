import { load } from "cheerio";
import { Element } from "domhandler";

type TreeAdapter = NonNullable<NonNullable<Parameters<typeof load>[1]>["treeAdapter"]>;
type Attributes = Parameters<TreeAdapter["createElement"]>[2];

const treeAdapter = buildTreeAdapter();

/** Parses a page as browsers do and gives its `<html>`, null where there is none. */
export function parseHtml(html: string): Element | null {
  const options = treeAdapter === null ? {} : { treeAdapter };
  // Cheerio keeps every document it loads until the next full collection of garbage. An empty one costs nothing.
  return load(html, options).root().children("html").remove().get(0) ?? null;
}

/**
 * Cheerio's own way to build elements, but without the two tables of namespaces that it adds for the attributes of
 * each: they are read nowhere, and take as much memory as all the rest of the tree.
 */
function buildTreeAdapter(): TreeAdapter | null {
  const own = load("").root().options.treeAdapter;
  if (own === undefined) return null;
  return {
    ...own,
    createElement: (name, namespace, attributes) => {
      const element = new Element(name, readAttributes(attributes));
      element.namespace = namespace;
      return element;
    },
    adoptAttributes: (element, attributes) => {
      element.attribs = { ...readAttributes(attributes), ...element.attribs };
    },
  };
}

function readAttributes(attributes: Attributes): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, value } of attributes) values[name] = value;
  return values;
}
