import { readPath } from "./resolve-address.ts";

/** Path words of columns of annual reports; numbers may follow (`zfxxgkndbg70`), names of towns too (`zfxxgknbhxz`). */
const strong =
  /xxgk\w{0,6}?n(?:d|ian)?b|xxgkn\w{0,4}b|xxgknd|xxgkbg|xxgkgzbg|zfxgknb|zfgknb|gknb|gkgzndbg|gkndbg|gknianbao|gongkainianbao|annualreport|xxgknianbao|niandubaogao/iu;
/** Path words of annual reports of any kind. */
const weak = /ndbg|nianbao|gzbg|nb20\d{2}|\/nb(?:[a-z]{0,4}|\d{0,4})(?:\/|_)|\/gznb|ndgzbg/iu;
const foreign = /fzzf|fazhi|yfxz|bmys|bmjs|czys|czjs|yjs|wzgz|wangzhan|qynb|hjzl|rdgzbg|zfgzbg/iu;
const disclosure = /xxgk|zwgk|gkml|gongkai|gkzl|zfxx|public\//iu;

/** The files of portals by how they name a page of text, not a list. */
const article =
  /\/t\d{8}_\d+[^/]{0,60}\.s?html?$|\/art_[\w]+\.html?$|\/art\/\d{4}\/|\/[0-9a-f]{32}\.s?html?$|\/c\d+_\d+\.s?html?$|\/(?:content|article|post|doc|detail|news|show|view|info)[_/-]?[\w-]{0,60}\d{4,40}[\w-]{0,60}(?:\.\w{3,5})?$|\/info\/\d+\/\d+\.htm$|\/[\w-]{0,60}\d{5,40}\.(?:s?html?|aspx|jsp|php)$|\/(?:doc_)?[0-9a-f]{24}\.html?$|\/\d{5,}\/index\.s?html?$|\/p\/\d+\.html$|\/show\/\d+\.html?$|xxgkAnnualReport\.jsp$|\/public\/content\/\d+$|\/[0-9a-f-]{36}\.html?$/iu;
const mostPath = 200;
const articleQuery =
  /[?&](?:id|articleid|newsid|infoid|contentid|wbnewsid|fbtime|docid|aid)=[\w-]+/iu;

/** What the path of an address tells: `report` where it lies in a column of such reports, `annual` of any yearly ones. */
export function readPathKind(address: string): "report" | "annual" | "foreign" | null {
  const path = readPath(address);
  if (strong.test(path)) return foreign.test(path) && !/xxgkn/iu.test(path) ? "foreign" : "report";
  if (foreign.test(path)) return "foreign";
  if (!weak.test(path)) return null;
  return disclosure.test(path) ? "report" : "annual";
}

/** Whether an address is that of a page of text, not of a list or a folder. */
export function isArticleAddress(address: string): boolean {
  if (article.test(readPath(address).slice(-mostPath))) return true;
  return URL.canParse(address) && articleQuery.test(new URL(address).search);
}

/** The folder that an address lies in, with the slash at its end. */
export function readFolder(address: string): string {
  return URL.canParse(address) ? (new URL(".", address).href.split(/[?#]/u)[0] ?? "") : "";
}

/** Whether both lie under the same host and the same first two folders. */
export function isSibling(address: string, other: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(other)) return false;
  const [one, two] = [new URL(address), new URL(other)];
  if (one.host !== two.host) return false;
  const [a, b] = [one, two].map(({ pathname }) => pathname.split("/").slice(1, -1).slice(0, 2));
  const least = Math.min(a?.length ?? 0, b?.length ?? 0);
  return (a ?? []).slice(0, least).join("/") === (b ?? []).slice(0, least).join("/");
}
