import type { PageRequest } from "../../corpus/address.ts";
import type { ResponseHead } from "./response-head.ts";

const statuses = new Set([300, 301, 302, 303, 307, 308]);

/** Whether an answer is one that leads elsewhere. */
export function isRedirect(status: number): boolean {
  return statuses.has(status);
}

/**
 * What is asked for next by a redirect; null where it does not say, or not with an address of the web. 301, 302 and 303
 * turn a POST into a GET, 307 and 308 repeat it (RFC 9110, 15.4).
 */
export function findRedirect(
  { status, headers }: Pick<ResponseHead, "status" | "headers">,
  request: PageRequest,
): PageRequest | null {
  const location = headers.find(([name]) => name.toLowerCase() === "location")?.[1] ?? null;
  const url = resolveLocation(location, request.url);
  if (!isRedirect(status) || url === null) return null;
  if (request.method === "GET" || status === 307 || status === 308) return { ...request, url };
  const kept = Object.entries(request.headers).filter(([name]) => !/^content-/iu.test(name));
  return { url, method: "GET", body: null, headers: Object.fromEntries(kept) };
}

/** Bytes outside ASCII go back as they came: a path in GBK is the name of a file of that host. */
function resolveLocation(location: string | null, base: string): string | null {
  const text = location?.trim().replaceAll(/[\u0080-\u00FF]/gu, encodeByte) ?? "";
  if (text === "" || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  url.hash = "";
  url.username = "";
  url.password = "";
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}

function encodeByte(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
