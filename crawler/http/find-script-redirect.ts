import { findAttribute, findTags } from "./scan-tags.ts";

const longestScript = 1500;

const target = String.raw`(?:(?:window|self|top|parent|document|this)\s{0,9}\.\s{0,9}){0,3}location`;
const quoted = String.raw`(["'])((?:(?!\1)[^\n\\]|\\[^\n]){1,2000})\1`;
const assignment = new RegExp(
  String.raw`(?<![\w$.])${target}(?:\s{0,9}\.\s{0,9}href)?\s{0,9}=\s{0,9}${quoted}\s{0,9}(?=$|[;}\n)"'\\])`,
  "u",
);
const call = new RegExp(
  String.raw`(?<![\w$.])${target}\s{0,9}\.\s{0,9}(?:replace|assign)\s{0,9}\(\s{0,9}${quoted}\s{0,9}\)`,
  "u",
);
/** What makes a script more than a redirect: it decides, asks for the device, or sets something first. */
const more =
  /\b(?:if|else|switch|for|while|navigator|userAgent|cookie|screen|referrer|confirm|prompt|eval|unescape|atob|fromCharCode|XMLHttpRequest|fetch|ajax)\b/u;

/**
 * Where the scripts of a page lead, if going there is all they do: `location.href = "…"`, `location.replace("…")` and
 * their like, also after a time-out or on load. Null where a script computes the address or decides about it. The page
 * has no comments any more.
 */
export function findScriptRedirect(page: string): string | null {
  const scripts = findInlineScripts(page);
  const onload = findTags(page, "body").map((tag) => findAttribute(tag, "onload") ?? "");
  const all = [...scripts, ...onload].map(removeScriptComments).filter((text) => text !== "");
  if (all.some((script) => script.length > longestScript || more.test(script))) return null;
  const found = all.map(findTarget).find((address) => address !== null);
  return found ?? null;
}

function findInlineScripts(page: string): readonly string[] {
  const [, ...parts] = page.split(/<script(?=[\s/>])/iu);
  return parts.map((part) => {
    const content = part.slice(part.indexOf(">") + 1);
    return content.split(/<\/script/iu)[0] ?? "";
  });
}

/** Line comments, `<!--` among them, count only where a line begins with one: addresses hold `//` too. */
function removeScriptComments(script: string): string {
  const [first = "", ...parts] = script.split("/*");
  const bare = first + parts.map((part) => part.split("*/").slice(1).join("*/")).join("");
  return bare.replaceAll(/^[\t ]*(?:\/\/|<!--|-->).*$/gmu, "").trim();
}

function findTarget(script: string): string | null {
  const address = (assignment.exec(script) ?? call.exec(script))?.[2];
  return address === undefined ? null : address.replaceAll(/\\(.)/gu, "$1").trim() || null;
}
