import { isTag, isText, type AnyNode, type Element } from "domhandler";
import {
  hidingProperties,
  importantWeight,
  readStyleRules,
  type Compound,
  type HidingProperty,
  type StyleRule,
} from "./style-rules.ts";
import { walkTree } from "./walk-tree.ts";

const mostSheets = 50;
/** Ancestors are looked at so far up. */
const mostSteps = 64;
/** More of a page than this is never hidden for good: a script shows it. */
const mostHidden = 0.5;
const asAttribute: Readonly<Record<HidingProperty, string>> = {
  display: "display:none;",
  visibility: "visibility:hidden;",
  "font-size": "font-size:0;",
};

/**
 * Writes into the `style` attributes what the style sheets of the page itself hide, so that it is read as hidden. The
 * usual order of rules holds; text in no size is hidden only in an element without others in it, which may have a
 * size of their own.
 */
export function applyStyleSheets(root: Element): void {
  const rules = findSheets(root)
    .flatMap(readStyleRules)
    .map((rule, order) => ({ ...rule, weight: rule.weight + order / 1_000_000 }));
  if (rules.length === 0) return;
  const found: { readonly element: Element; readonly style: string; length: number }[] = [];
  const index = indexRules(rules);
  const open: typeof found = [];
  let length = 0;
  walkTree(root, {
    enter: (node) => {
      if (isText(node)) length += node.data.trim().length;
      if (!isTag(node) || node.name === "script" || node.name === "style") return false;
      const style = findHidden(node, index);
      if (style !== "") open.push({ element: node, style, length: -length });
      return true;
    },
    leave: (node) => {
      const last = open.at(-1);
      if (last?.element !== node) return;
      open.pop();
      found.push({ ...last, length: last.length + length });
    },
  });
  for (const { element, style, length: own } of found)
    if (own <= mostHidden * length)
      element.attribs["style"] = `${style}${element.attribs["style"] ?? ""}`;
}

function findSheets(root: Element): readonly string[] {
  const sheets: string[] = [];
  walkTree(root, {
    enter: (node) => {
      if (!isTag(node) || node.name === "noscript" || node.name === "template") return false;
      if (node.name === "style" && isForScreens(node) && sheets.length < mostSheets)
        sheets.push(node.children.map((child) => (isText(child) ? child.data : "")).join(""));
      return true;
    },
    leave: () => undefined,
  });
  return sheets;
}

function isForScreens({ attribs }: Element): boolean {
  return /^\s*(?:|all|screen)\s*$/iu.test(attribs["media"] ?? "");
}

/** Rules by the id, class or name that the element itself must have. */
function indexRules(rules: readonly StyleRule[]): ReadonlyMap<string, readonly StyleRule[]> {
  const index = new Map<string, StyleRule[]>();
  for (const rule of rules) {
    const [own] = rule.compounds;
    if (!own) continue;
    const { id, classes, name } = own;
    const key =
      id === null ? (classes[0] === undefined ? (name ?? "") : `.${classes[0]}`) : `#${id}`;
    const same = index.get(key) ?? [];
    same.push(rule);
    index.set(key, same);
  }
  return index;
}

/** What the rules hide of an element, as declarations; "" where nothing. */
function findHidden(element: Element, index: ReadonlyMap<string, readonly StyleRule[]>): string {
  const winners = new Map<HidingProperty, StyleRule>();
  for (const key of listKeys(element))
    for (const rule of index.get(key) ?? []) {
      const best = winners.get(rule.property);
      const isBetter = !best || rule.weight >= best.weight;
      if (isBetter && fits(element, rule.compounds)) winners.set(rule.property, rule);
    }
  const own = element.attribs["style"]?.toLowerCase() ?? "";
  return hidingProperties
    .filter((property) => {
      const rule = winners.get(property);
      if (!rule?.hides) return false;
      if (property === "font-size" && element.children.some(isTag)) return false;
      return rule.weight >= importantWeight || !own.includes(property);
    })
    .map((property) => asAttribute[property])
    .join("");
}

function listKeys({ name, attribs }: Element): readonly string[] {
  const { id, class: classes } = attribs;
  const keys = [name];
  if (classes !== undefined) keys.push(...splitClasses(classes).map((word) => `.${word}`));
  if (id !== undefined) keys.push(`#${id}`);
  return keys;
}

function splitClasses(classes: string): readonly string[] {
  return classes
    .slice(0, 500)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

function fits(element: Element, compounds: readonly Compound[]): boolean {
  let at: Element | null = element;
  for (const [step, compound] of compounds.entries()) {
    const before = compounds[step - 1];
    if (before) at = findAncestor(at, compound, before.isChild ? 1 : mostSteps);
    else if (!isCompound(element, compound)) return false;
    if (!at) return false;
  }
  return true;
}

/** The nearest element around another that a compound fits, so many steps up at most. */
function findAncestor(element: Element | null, compound: Compound, most: number): Element | null {
  let at = findParent(element);
  for (let steps = 1; at && steps <= most; steps++) {
    if (isCompound(at, compound)) return at;
    at = findParent(at);
  }
  return null;
}

function findParent(element: Element | null): Element | null {
  const parent: AnyNode | null = element?.parent ?? null;
  return parent && isTag(parent) ? parent : null;
}

function isCompound({ name, attribs }: Element, compound: Compound): boolean {
  if (compound.name !== null && compound.name !== name) return false;
  if (compound.id !== null && compound.id !== attribs["id"]) return false;
  if (compound.classes.length === 0) return true;
  const own = splitClasses(attribs["class"] ?? "");
  return compound.classes.every((name) => own.includes(name));
}
