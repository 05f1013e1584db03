/** Rules that a robots.txt gives to one program. `rules` are lines as RFC 9309 writes them, `delays` those of Crawl-delay. */
export interface RobotsGroup {
  readonly agents: readonly string[];
  readonly rules: readonly string[];
  readonly delays: readonly string[];
}

interface OpenGroup {
  readonly agents: string[];
  readonly rules: string[];
  readonly delays: string[];
}

const everyone = "*";

/**
 * The groups of a robots.txt in their order. Lines that are no part of a group are passed over, as RFC 9309 §2.2 asks;
 * a Crawl-delay, which it does not know, never ends a list of programs.
 */
export function readRobotsGroups(text: string): readonly RobotsGroup[] {
  const groups: OpenGroup[] = [];
  for (const line of text.split(/\r\n|\r|\n/u)) addLine(groups, line);
  return groups;
}

/** The groups of this program, or those of every program where it is not named (RFC 9309 §2.2.1). */
export function chooseGroups(
  groups: readonly RobotsGroup[],
  token: string,
): readonly RobotsGroup[] {
  const own = groups.filter(({ agents }) => agents.includes(token.toLowerCase()));
  return own.length > 0 ? own : groups.filter(({ agents }) => agents.includes(everyone));
}

function addLine(groups: OpenGroup[], line: string): void {
  const { key, value } = splitLine(line);
  const group = groups.at(-1);
  if (key === "user-agent") addAgent(groups, value);
  else if (key === "allow" || key === "disallow") group?.rules.push(`${key}: ${value}`);
  else if (key === "crawl-delay") group?.delays.push(value);
}

function addAgent(groups: OpenGroup[], value: string): void {
  const agent = /^(?:\*|[\w-]+)/u.exec(value)?.[0].toLowerCase();
  // A name that cannot be read is no program of ours, yet the rules below it are its own.
  const name = agent ?? "";
  const last = groups.at(-1);
  if (last === undefined || last.rules.length > 0)
    groups.push({ agents: [name], rules: [], delays: [] });
  else last.agents.push(name);
}

/** Key in lower case and value of a line without its comment; portals write the full-width colon as well. */
function splitLine(line: string): { readonly key: string; readonly value: string } {
  const [told = ""] = line.split("#", 1);
  const at = told.search(/[:：]/u);
  if (at === -1) return { key: "", value: "" };
  return { key: told.slice(0, at).trim().toLowerCase(), value: told.slice(at + 1).trim() };
}
