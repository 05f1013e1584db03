/** Markup that is well-formed already, as `buildElement` makes it. */
export interface Markup {
  readonly xml: string;
}

type Attributes = Readonly<Record<string, string>>;
type Child = string | Markup;

/** An element with its attributes and children; texts are escaped, and what XML cannot hold is left out. */
export function buildElement(
  name: string,
  attributes: Attributes = {},
  children: readonly Child[] = [],
): Markup {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  const start = `<${name}${pairs.join("")}`;
  if (children.length === 0) return { xml: `${start}/>` };
  const inner = children.map((child) =>
    typeof child === "string" ? escapeText(child) : child.xml,
  );
  return { xml: `${start}>${inner.join("")}</${name}>` };
}

/** The document that an element is the root of. */
export function buildXmlDocument(root: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\r": "&#13;",
};

/** Text for content and attributes of XML and HTML alike. */
export function escapeText(text: string): string {
  return dropInvalidCharacters(text).replaceAll(/[&<>"'\r]/g, (char) => entities[char] ?? char);
}

/** Leaves out what no XML 1.0 document may hold: control characters, lone surrogates, U+FFFE and U+FFFF. */
export function dropInvalidCharacters(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
