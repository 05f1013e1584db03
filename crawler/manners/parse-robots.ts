import robotsModule from "robots-parser";
import type { RobotsRecord } from "./robots-record.ts";
import { chooseGroups, readRobotsGroups, type RobotsGroup } from "./read-robots-groups.ts";

/** The name that robots.txt files know this program by. */
export const robotsToken = "GongkaiBot";

// Its declarations promise a default export; the module is the function itself.
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

const hourMs = 3_600_000;
/** RFC 9309 §2.4: no copy is used for longer. */
const longestFreshMs = 24 * hourMs;
const longestDelayMs = hourMs;
/** Answers that ask for patience or tell of a time-out; RFC 9309 leaves it open whether a 4xx lets in. */
const impatient: ReadonlySet<number> = new Set([408, 425, 429]);
/** Stands for every origin: the rules are those of one host, and only the path is matched. */
const origin = "http://robots.invalid";

/** `unknown`: robots.txt cannot be read, and nothing may be asked for now (failure `robots-unreachable`). */
export type RobotsVerdict = "allowed" | "forbidden" | "unknown";

/**
 * What a host's robots.txt asks of this program. `judge` takes absolute addresses of that host. `crawlDelayMs` is at
 * most an hour, null where none is asked for. `freshUntil` is in milliseconds since 1970. `note` is a sentence on what
 * is not kept to the letter, null else.
 */
export interface RobotsRules {
  readonly judge: (url: string) => RobotsVerdict;
  readonly crawlDelayMs: number | null;
  readonly freshUntil: number;
  readonly note: string | null;
}

/**
 * Reads a robots.txt by RFC 9309: a 4xx and a redirect that leads nowhere let everything in, a 5xx or no answer nothing.
 * Never throws.
 */
export function parseRobots(record: RobotsRecord): RobotsRules {
  const reach = findReach(record.status);
  if (reach !== "file") return buildWithoutRules(reach, record.fetchedAt);
  const groups = chooseGroups(readRobotsGroups(record.body), robotsToken);
  return {
    judge: buildJudge(groups),
    ...readCrawlDelay(groups),
    freshUntil: record.fetchedAt + longestFreshMs,
  };
}

type Reach = "file" | "allowed" | "unknown";

/** RFC 9309 §2.3.1. */
function findReach(status: number | null): Reach {
  if (status === null || status < 200 || status >= 500) return "unknown";
  if (status < 300) return "file";
  return impatient.has(status) ? "unknown" : "allowed";
}

function buildWithoutRules(verdict: "allowed" | "unknown", fetchedAt: number): RobotsRules {
  return {
    judge: (url) => (findPath(url) === null ? "forbidden" : verdict),
    crawlDelayMs: null,
    freshUntil: fetchedAt + (verdict === "unknown" ? hourMs : longestFreshMs),
    note: null,
  };
}

function buildJudge(groups: readonly RobotsGroup[]): RobotsRules["judge"] {
  const rules = new Set(groups.flatMap(({ rules }) => rules).map(normalizeRule));
  const text = ["user-agent: *", ...rules].join("\n");
  const robots = robotsParser(`${origin}/robots.txt`, text);
  return (url) => {
    const path = findPath(url);
    if (path === null) return "forbidden";
    // RFC 9309 §2.2.2: the file itself is always allowed.
    if (path === "/robots.txt") return "allowed";
    return robots.isAllowed(`${origin}${path}`, robotsToken) === false ? "forbidden" : "allowed";
  };
}

/** Path and query as rules are matched with them, null for what is no address of the web. */
function findPath(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, pathname, search } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  // As `robots-parser` writes the rules, which leaves no bracket bare.
  return decodeUnreserved(encodeURI(`${pathname}${search}`).replaceAll("%25", "%"));
}

/** A run of asterisks matches what one does, and costs more. */
function normalizeRule(rule: string): string {
  return decodeUnreserved(rule).replaceAll(/\*{2,}/gu, "*");
}

/** RFC 9309 §2.2.2: `%62` and `b` are the same in a path and in a rule. */
function decodeUnreserved(text: string): string {
  return text.replaceAll(/%[2-7][\da-f]/giu, (code) => {
    const character = String.fromCodePoint(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/u.test(character) ? character : code;
  });
}

function readCrawlDelay(
  groups: readonly RobotsGroup[],
): Pick<RobotsRules, "crawlDelayMs" | "note"> {
  const asked = groups
    .flatMap(({ delays }) => delays)
    .map(readSeconds)
    .reduce<number | null>((most, ms) => (ms === null ? most : Math.max(most ?? 0, ms)), null);
  if (asked === null || asked <= longestDelayMs) return { crawlDelayMs: asked, note: null };
  const note = "robots.txt asks for more than an hour between requests; the host is asked hourly.";
  return { crawlDelayMs: longestDelayMs, note };
}

/** Milliseconds of `10`, `0.5`, `10s`; null where no number is told. */
function readSeconds(value: string): number | null {
  const seconds = /^\d{1,300}(?:\.\d{1,9})?|^\.\d{1,9}/u.exec(value)?.[0];
  return seconds === undefined ? null : Math.ceil(Number(seconds) * 1000);
}
