interface Rule {
  readonly allows: boolean;
  /** With wildcards, percent-encoded. */
  readonly path: string;
}

/** What a robots.txt tells one crawler. `delayMs` is null where it asks for none. */
export interface RobotsTold {
  readonly allows: (url: string) => boolean;
  readonly delayMs: number | null;
}

interface Group {
  readonly tokens: readonly string[];
  readonly rules: readonly Rule[];
  readonly delayMs: number | null;
}

/**
 * Reads robots.txt by RFC 9309 for whoever names itself so: the groups of its product token, else those of `*`; the
 * longest rule that fits holds, of two as long the one that allows.
 */
export function readRobotsRules(text: string, userAgent: string): RobotsTold {
  const groups = readGroups(text);
  const token = (/^[a-z_-]+/iu.exec(userAgent)?.[0] ?? "").toLowerCase();
  const own = groups.filter(({ tokens }) => tokens.includes(token));
  const told = own.length > 0 ? own : groups.filter(({ tokens }) => tokens.includes("*"));
  const rules = told.flatMap((group) => group.rules);
  const delays = told.flatMap(({ delayMs }) => delayMs ?? []);
  return {
    delayMs: delays.length > 0 ? Math.max(...delays) : null,
    allows: (url) => {
      const { pathname, search } = new URL(url);
      const path = encodePath(pathname + search);
      const fitting = rules.filter((rule) => fits(rule.path, path));
      const longest = Math.max(0, ...fitting.map((rule) => rule.path.length));
      const deciding = fitting.filter((rule) => rule.path.length === longest);
      return deciding.length === 0 || deciding.some(({ allows }) => allows);
    },
  };
}

/** Lines that name crawlers begin a group; such lines in a row are of one. */
function readGroups(text: string): readonly Group[] {
  const groups: { tokens: string[]; rules: Rule[]; delayMs: number | null }[] = [];
  let isNaming = false;
  for (const line of text.replace(/^\uFEFF/u, "").split(/\r\n?|\n/u)) {
    const [, name = "", value = ""] = /^\s*([a-z-]+)\s*:\s*([^#]*)/iu.exec(line) ?? [];
    const [key, words] = [name.toLowerCase(), value.trim()];
    if (key === "user-agent") {
      if (!isNaming) groups.push({ tokens: [], rules: [], delayMs: null });
      groups.at(-1)?.tokens.push(words.toLowerCase());
      isNaming = true;
      continue;
    }
    const group = groups.at(-1);
    if (key === "" || !group) continue;
    isNaming = false;
    if (key === "crawl-delay" && Number(words) >= 0) group.delayMs = Number(words) * 1_000;
    if ((key === "allow" || key === "disallow") && words !== "")
      group.rules.push({ allows: key === "allow", path: encodePath(words) });
  }
  return groups;
}

/** One spelling for what may be percent-encoded and need not be. */
function encodePath(path: string): string {
  return path
    .replace(/%[0-9a-f]{2}/giu, (code) => {
      const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return /[\w.~-]/u.test(letter) ? letter : code.toUpperCase();
    })
    .replace(/[^\u0021-\u007e]+/gu, (letters) => encodeURIComponent(letters));
}

/** Whether a path begins as a rule says: `*` is anything, `$` its end. */
function fits(rule: string, path: string): boolean {
  const isWhole = rule.endsWith("$");
  const [first = "", ...rest] = (isWhole ? rule.slice(0, -1) : rule).split("*");
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const next = isWhole && isLast ? path.length - part.length : path.indexOf(part, at);
    if (next < at || !path.startsWith(part, next)) return false;
    at = next + part.length;
  }
  return !isWhole || at === path.length;
}
