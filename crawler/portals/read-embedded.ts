const longestValue = 3_000_000;
const mostStarts = 50;

/**
 * The value that a script of a page gives to a name (`_CONFIG = {…}`, `"DETAIL": {…}`, `queryData="{'webId':…}"`),
 * read as JSON or as an object of JavaScript; undefined where there is none that can be read.
 */
export function readEmbedded(text: string, name: string): unknown {
  const start = new RegExp(`(?<![\\w$])["']?${name}["']?\\s{0,10}[:=]\\s{0,10}["']?(?=[{[])`, "gu");
  let starts = 0;
  for (const match of text.matchAll(start)) {
    if (++starts > mostStarts) break;
    const at = match.index + match[0].length;
    const end = findEnd(text, at);
    const value = end === -1 ? undefined : parseLoose(text.slice(at, end));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** JSON, or what scripts write for it: names without quotes, strings in single ones, a comma too many. */
export function parseLoose(text: string): unknown {
  if (text.length > longestValue * 3) return undefined;
  const trimmed = text.trim().replace(/;$/u, "");
  return parseStrict(trimmed) ?? parseStrict(toJson(trimmed));
}

/** A plain text (a word or a number) that a script or an address in it gives to a name; null where there is none. */
export function readVariable(text: string, name: string): string | null {
  const given = new RegExp(
    `(?<![\\w$])["']?${name}["']?\\s{0,5}(?:[:=]|,\\s{0,5}(?=["']))\\s{0,5}["']?([\\w.-]{1,100})`,
    "iu",
  );
  return given.exec(text)?.[1] ?? null;
}

function parseStrict(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The place behind the bracket that closes the one at `from`, -1 where there is none. */
function findEnd(text: string, from: number): number {
  let depth = 0;
  let quote = "";
  const last = Math.min(text.length, from + longestValue);
  for (let at = from; at < last; at++) {
    const character = text[at] ?? "";
    if (character === "\\") at++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "{" || character === "[") depth++;
    else if ((character === "}" || character === "]") && --depth === 0) return at + 1;
  }
  return -1;
}

const token = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[A-Za-z_$][\w$]*|,(?=\s*[}\]])/gu;

function toJson(text: string): string {
  return text.replace(token, (word) => {
    if (word.startsWith('"')) return word;
    if (word === ",") return "";
    if (word.startsWith("'"))
      return JSON.stringify(word.slice(1, -1).replace(/\\'/gu, "'").replace(/\\\//gu, "/"));
    if (word === "undefined") return "null";
    return /^(?:true|false|null)$/u.test(word) ? word : JSON.stringify(word);
  });
}
