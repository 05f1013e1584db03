import type { PageRequest } from "../../corpus/address.ts";

/**
 * An address without what changes nothing: `url` is what is fetched, `key` is equal for all that lead to the same page.
 * A key begins with the host, without `www.` and scheme; equal keys mean equal hosts.
 */
export interface CanonicalAddress {
  readonly key: string;
  readonly url: string;
}

/** Parameters that name the visit or the way to the page, not the page. */
const strayKeys =
  /^(?:utm_\w+|spm|scm|isappinstalled|_|_t|rnd|rand|random|nocache|timestamp|jsessionid|phpsessid|sessionid|session_id|aspsessionid\w*|cfid|cftoken|wzws_sessionid|print|eqid|share_token|nsukey|bd_vid|gclid|fbclid)$/iu;
const strayValues = /^(?:0\.\d{6,}|1\d{12})$/u;
const shares = /^(?:singlemessage|groupmessage|timeline|message|qq|weixin|wechat)$/iu;
const sessionPath = /;[a-z_]{1,30}=[^/]*|;jsessionid[^/]*/giu;
const aspSession = /\/\((?:[A-Z]\([^()/]{1,100}\)){1,3}\)(?=\/)/giu;
const big5 = /^\/gate\/big5\/([a-z\d.-]{4,100}(?::\d{1,5})?)(\/.*)?$/iu;
const copies = /_(?:wap|print)(\.s?html?)$/iu;
const indexNames = /\/(?:index|default)\.(?:s?html?|jsp|aspx?|php)$/iu;
const longestAddress = 20_000;

/** Null for what is no address of the web. Never throws; its own `url` gives the same again. */
export function canonicalizeAddress(address: string): CanonicalAddress | null {
  if (address.length > longestAddress) return null;
  let url = parseAddress(address);
  // Each rule may bring forth what another one cuts off; a few rounds are enough for any address.
  for (let round = 0; url && round < 8; round++) {
    const next = parseAddress(cleanAddress(url));
    if (next?.href === url.href) return { key: buildKey(url), url: url.href };
    url = next;
  }
  return url && { key: buildKey(url), url: url.href };
}

/** The key of all that is asked of a host: the same address with another body is another page. */
export function buildRequestKey({ url, method, body }: PageRequest): string | null {
  const canonical = canonicalizeAddress(url);
  if (canonical === null || method === "GET") return canonical?.key ?? null;
  return `${canonical.key} ${method} ${body ?? ""}`;
}

function parseAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return /^https?:$/u.test(url.protocol) && url.hostname !== "" ? url : null;
}

function cleanAddress(url: URL): string {
  const host = url.host.replace(/\.+(?=:|$)/u, "");
  const inner = big5.exec(url.pathname);
  const path = normalizeEscapes(inner ? (inner[2] ?? "/") : url.pathname)
    .replace(sessionPath, "")
    .replace(aspSession, "");
  const search = cleanSearch(url.search);
  return `${url.protocol}//${dropPort(inner?.[1] ?? host)}${path === "" ? "/" : path}${search}`;
}

/** Ports 80 and 443 are left out whatever the scheme: portals print `http://host:443/` and mean `https://host/`. */
function dropPort(host: string): string {
  return host.replace(/:(?:80|443)$/u, "");
}

function cleanSearch(search: string): string {
  const kept = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !isStray(pair))
    .map(normalizeEscapes);
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

function isStray(pair: string): boolean {
  const at = pair.indexOf("=");
  const [key, value] = at === -1 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
  if (key.toLowerCase() === "from") return shares.test(value);
  return (
    at !== -1 &&
    (strayKeys.test(key) || (/^(?:t|v|ts|time|r)$/iu.test(key) && strayValues.test(value)))
  );
}

/** RFC 3986, 6.2.2: escapes in capitals, none where the character may stand as it is. */
function normalizeEscapes(words: string): string {
  return words.replace(/%([\da-f]{2})/giu, (_, code: string) => {
    const character = String.fromCharCode(parseInt(code, 16));
    return /[\w~-]/u.test(character) ? character : `%${code.toUpperCase()}`;
  });
}

function buildKey(url: URL): string {
  const host = url.host.replace(/^www\.(?=[^.:]+\.)/u, "");
  const path = url.pathname
    .replace(/\/{2,}/gu, "/")
    .replace(copies, "$1")
    .replace(indexNames, "/")
    .replace(/\/+$/u, "");
  const search = url.search.slice(1).split("&").sort().join("&");
  return `${host}${path}${search === "" ? "" : `?${search}`}`;
}
