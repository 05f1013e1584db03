import { shownAttributes, shownProperties } from "./allowed-markup.ts";
import { escapeHtml } from "./build-document.ts";

const longestStyle = 2_000;
/** Words, lengths, colours and names of fonts: no quotes, brackets or slashes that could begin an address. */
const plainValue = /^[\p{L}\p{N}#%.,+\- ]{1,80}$/u;
/** The same for a value of a style, where names may stand in quotes and colours are functions. */
const plainDeclaration = /^(?:[\p{L}\p{N}#%.,+\- !"']|\b(?:rgba?|hsla?)\([\d.,%\s/]{1,40}\))*$/u;
const pulling = /^(?:margin|text-indent|letter-spacing)/u;
const colourOnly: ReadonlySet<string> = new Set(["background", "background-color"]);
const colour = /^(?:#[\da-f]{3,8}|[a-z]{3,30}|(?:rgba?|hsla?)\([\d.,%\s/]{1,40}\))$/iu;

/** The attributes of an element that only lay its text out, as they stand in a tag. */
export function writeAttributes(attributes: Readonly<Record<string, string>>): string {
  const kept = Object.entries(attributes).filter(
    ([name, value]) => shownAttributes.has(name) && plainValue.test(value),
  );
  const style = cleanStyle(attributes["style"] ?? "");
  const all = style === "" ? kept : [...kept, ["style", style] as const];
  return all.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("");
}

/** The declarations of an inline style that are known to load, cover and move nothing. */
export function cleanStyle(style: string): string {
  if (style.length > longestStyle) return "";
  return style
    .split(";")
    .map((declaration) => {
      const colon = declaration.indexOf(":");
      const name = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
      return { name, value: declaration.slice(colon + 1).trim() };
    })
    .filter(({ name, value }) => isPlain(name, value))
    .map(({ name, value }) => `${name}:${value}`)
    .join(";");
}

function isPlain(name: string, value: string): boolean {
  if (!shownProperties.has(name) || value.length > 200) return false;
  // What is pulled back would lie over what stands there.
  if (pulling.test(name) && value.includes("-")) return false;
  return colourOnly.has(name) ? colour.test(value) : plainDeclaration.test(value);
}
