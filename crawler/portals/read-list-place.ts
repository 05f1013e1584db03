import type { FoundAddress } from "../../corpus/address.ts";
import type { ListPlace } from "../../corpus/list-place.ts";
import { noTrail } from "../../corpus/address.ts";
import type { PortalPage } from "./portal.ts";
import { readPageCount } from "./read-page-count.ts";

const lists: ReadonlySet<string> = new Set(["column", "list", "frame"]);
/** A page says which one it is: 第2页/共3页, 2/3页, 当前第2页. */
const current =
  /第\s{0,3}(\d{1,5})\s{0,3}页?\s{0,3}[/，,]\s{0,3}(?:共\s{0,3})?\d{1,5}\s{0,3}页|当前(?:第|页[:：])\s{0,3}(\d{1,5})/u;

/**
 * Which page of a list this is and how many there are, by what it prints; null where it does not tell, and where its rows
 * come as data that have pages of their own. `found` is where it leads.
 */
export function readListPlace(page: PortalPage, found: readonly FoundAddress[]): ListPlace | null {
  const { role, request, text, mediaType } = page;
  if (!lists.has(role) || isData(request) || !mediaType.includes("html")) return null;
  if (found.some((address) => address.role === "list" && isData(address.request))) return null;
  const pages = readPageCount(text);
  if (pages === null || pages < 2) return null;
  const { seen, trial } = page.trail ?? noTrail;
  const [, printed, told = printed] = current.exec(text) ?? [];
  const walked = seen.length + 1;
  // A guess may have been answered with a page that was there before.
  const isNew = trial === null || walked === pages || found.some((next) => goesOn(next, walked));
  return { pages, number: told === undefined ? (isNew ? walked : 1) : Number(told) };
}

function goesOn({ role, trail }: FoundAddress, walked: number): boolean {
  return role === "list" && (trail?.seen.length ?? 0) >= walked;
}

function isData({ method, headers }: FoundAddress["request"]): boolean {
  return method === "POST" || headers["X-Requested-With"] !== undefined;
}
