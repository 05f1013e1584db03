import { normalizeSpace } from "../links/walk-tree.ts";
import { readDate } from "../links/read-listed-date.ts";
import { resolveAddress } from "../links/resolve-address.ts";
import type { ListedLink } from "./portal.ts";

/** How the data of portals call the parts of a row, the surest first. */
const addressKeys = [
  "url",
  "post_url",
  "infourl",
  "linkurl",
  "docpuburl",
  "puburl",
  "pageurl",
  "link",
  "href",
  "visiturl",
  "jumpurl",
  "path",
];
const titleKeys = [
  "title",
  "post_title",
  "infotitle",
  "doctitle",
  "customtitle",
  "titlename",
  "realtitle",
  "name",
  "text",
  "subject",
];
const dateKeys = [
  "publishedtimestr",
  "published_at",
  "publishtime",
  "publishdate",
  "pubdate",
  "infodate",
  "docreltime",
  "created_at",
  "display_publish_time",
  "date",
  "time",
];
const agencyKeys = [
  "publisher",
  "source",
  "deptname",
  "orgname",
  "organname",
  "publishorg",
  "department",
  "sitename",
];
const mostItems = 5_000;
const mostDepth = 12;
const mostValues = 200_000;

/** The rows of any JSON that have an address and a title, wherever they lie in it. `base` is where the page lay. */
export function readJsonItems(value: unknown, base: string): readonly ListedLink[] {
  const found: ListedLink[] = [];
  let queue: readonly unknown[] = [value];
  let values = 0;
  for (let depth = 0; depth < mostDepth && queue.length > 0; depth++) {
    const next: unknown[] = [];
    for (const one of queue) {
      if (typeof one !== "object" || one === null || ++values > mostValues) continue;
      const item = Array.isArray(one) ? null : readItem(one, base);
      if (item && found.length < mostItems) found.push(item);
      for (const child of Object.values(one)) if (typeof child === "object") next.push(child);
    }
    queue = next;
  }
  return found;
}

/** The value of the first name that has one, whatever its capitals. */
export function readField(row: object, keys: readonly string[]): string | null {
  const fields = new Map(
    Object.entries(row).map(([key, value]) => [key.toLowerCase(), value as unknown]),
  );
  for (const key of keys) {
    const value = fields.get(key);
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}

/** A number by the names of the fields that lead to it, null where there is none. */
export function readNumber(value: unknown, path: readonly string[]): number | null {
  const at = readValue(value, path);
  const number = typeof at === "string" && /^\d{1,9}$/u.test(at) ? Number(at) : at;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
}

export function readValue(value: unknown, path: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}

function readItem(row: object, base: string): ListedLink | null {
  const address = readField(row, addressKeys);
  const title = readField(row, titleKeys);
  if (address === null || title === null) return null;
  const url = resolveAddress(address, base);
  if (url === null) return null;
  const words = normalizeSpace(title.slice(0, 1_000).replace(/<[^<>]{0,200}>/gu, "")).slice(0, 300);
  const agency = readField(row, agencyKeys);
  return {
    url,
    text: words,
    title: null,
    listed: readDate(readField(row, dateKeys) ?? ""),
    context: agency === null ? [] : [normalizeSpace(agency.slice(0, 60))],
  };
}
