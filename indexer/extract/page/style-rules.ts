/** What hides words: taking them out, making them invisible, or printing them in no size. */
export const hidingProperties = ["display", "visibility", "font-size"] as const;
export type HidingProperty = (typeof hidingProperties)[number];

export interface Compound {
  readonly name: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  /** Whether the compound before it in the selector must be its parent, not any ancestor. */
  readonly isChild: boolean;
}

/** One selector and one declaration of a style sheet. `compounds` begin with the element itself. */
export interface StyleRule {
  readonly compounds: readonly Compound[];
  readonly property: HidingProperty;
  readonly hides: boolean;
  /** The greater wins; of equals the later. */
  readonly weight: number;
}

const longestSheet = 500_000;
const mostRules = 4_000;
const hides: Readonly<Record<HidingProperty, RegExp>> = {
  display: /^none$/u,
  visibility: /^(?:hidden|collapse)$/u,
  "font-size": /^0(?:\.0+)?(?:px|pt|r?em|%)?$/u,
};
const anyHiding =
  /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)|font-size\s{0,9}:\s{0,9}0(?![\d.]*[1-9])/iu;
const compound = /^([a-z][a-z\d]*)?((?:[.#][\w\u0080-\uffff-]{1,80}){0,6})$/iu;
const screenMedia = /^@media\s+(?:(?:only\s+)?screen|all)\s*$/iu;

/**
 * The rules of a style sheet on whether words are seen, none where nothing is hidden. Selectors of elements, classes
 * and ids are read; those with states, attributes or siblings, and rules for paper or some screens, are left out.
 */
export function readStyleRules(sheet: string): readonly StyleRule[] {
  if (sheet.length > longestSheet || !anyHiding.test(sheet)) return [];
  const rules: StyleRule[] = [];
  const css = sheet.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/gu, " ");
  let at = 0;
  while (at < css.length && rules.length < mostRules) {
    const open = css.indexOf("{", at);
    if (open === -1) break;
    const selector = (css.slice(at, open).split(/[;}]/u).at(-1) ?? "").trim();
    if (screenMedia.test(selector)) {
      at = open + 1;
      continue;
    }
    const end = selector.startsWith("@") ? findBlockEnd(css, open) : css.indexOf("}", open);
    const close = end === -1 ? css.length : end;
    if (!selector.startsWith("@")) rules.push(...readRule(selector, css.slice(open + 1, close)));
    at = close + 1;
  }
  return rules.some((rule) => rule.hides) ? rules : [];
}

/** The brace that closes a block with blocks in it. */
function findBlockEnd(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    const char = css.charAt(at);
    if (char === "{") depth++;
    if (char === "}" && --depth === 0) return at;
  }
  return -1;
}

function readRule(selectors: string, body: string): readonly StyleRule[] {
  const declarations = readDeclarations(body);
  if (declarations.length === 0) return [];
  return selectors.split(",", 50).flatMap((selector) => {
    const compounds = readSelector(selector.trim());
    if (!compounds) return [];
    return declarations.map(({ property, hides, isImportant }) => ({
      compounds,
      property,
      hides,
      weight: weigh(compounds) + (isImportant ? importantWeight : 0),
    }));
  });
}

/** A rule of this weight goes before what the element says itself. */
export const importantWeight = 1_000_000;

function readDeclarations(
  body: string,
): readonly { property: HidingProperty; hides: boolean; isImportant: boolean }[] {
  return body.split(";", 100).flatMap((declaration) => {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const property = hidingProperties.find((known) => known === name);
    if (colon === -1 || !property) return [];
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const plain = value.replace(/\s*!\s*important$/u, "");
    return [{ property, hides: hides[property].test(plain), isImportant: plain !== value }];
  });
}

function readSelector(selector: string): readonly Compound[] | null {
  if (selector === "" || selector.length > 200) return null;
  const words = selector.replace(/\s*>\s*/gu, " > ").split(/\s+/u);
  const compounds: Compound[] = [];
  for (let at = words.length - 1; at >= 0; at--) {
    const match = compound.exec(words[at] ?? "");
    if (!match || words[at] === "") return null;
    const names = (match[2] ?? "").match(/[.#][^.#]+/gu) ?? [];
    const isChild = words[at - 1] === ">";
    compounds.push({
      name: match[1]?.toLowerCase() ?? null,
      id: names.find((name) => name.startsWith("#"))?.slice(1) ?? null,
      classes: names.filter((name) => name.startsWith(".")).map((name) => name.slice(1)),
      isChild,
    });
    if (isChild) at--;
  }
  return compounds;
}

function weigh(compounds: readonly Compound[]): number {
  return compounds.reduce(
    (sum, { name, id, classes }) =>
      sum + (id === null ? 0 : 10_000) + classes.length * 100 + (name === null ? 0 : 1),
    0,
  );
}
