import { findMediaType } from "./media-types.ts";

/** An address taken out of the viewer that it was given to. */
export interface FileAddress {
  readonly address: string;
  readonly within: string | null;
  readonly mediaType: string | null;
}

const longestAddress = 2_000;
const viewed =
  /[?&#](?:file|url|src|pdf|pdfurl|pdf_url|path|filepath|fileurl|file_url|swffile|doc|docurl|furl)=([^&#]+)/giu;
const named = /[?&](?:e|ext|suffix|filename|file_name|name|title)=([^&#]+)/giu;
/** Where portals keep files under an address that does not end like one. */
const stores: readonly RegExp[] = [
  /\/download\.jsp\b|DownloadAttachUrl/iu,
  /\/virtual_attach_file\.vsb\b/iu,
  /\/group\d{1,3}\/M[0-9A-F]{2}\//iu,
  /(?:down|download|show|view)_?(?:file|attach(?:ment)?|annex|doc)\b/iu,
  /(?:file|attach(?:ment)?|annex)_?(?:down|download)\b/iu,
];
const base64 = /^[A-Za-z\d+/_-]{16,}={0,2}$/u;

/** The file that an address leads to, null where it leads to a page, a place in one or a script. */
export function readFileAddress(printed: string): FileAddress | null {
  const address = printed.trim();
  if (address === "" || address.length > longestAddress || isElsewhere(address)) return null;
  const inner = findViewed(address);
  if (inner) return { address: inner.address, within: address, mediaType: inner.mediaType };
  const mediaType = findOwnType(address);
  if (mediaType !== null) return { address, within: null, mediaType };
  return stores.some((store) => store.test(address))
    ? { address, within: null, mediaType: null }
    : null;
}

function isElsewhere(address: string): boolean {
  if (address.startsWith("#")) return true;
  const scheme = /^([a-z][a-z\d+.-]{1,20}):/iu.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && scheme !== "http" && scheme !== "https";
}

/** The type that the path or a parameter tells. */
function findOwnType(address: string): string | null {
  const path = decode(address.split(/[?#]/u)[0] ?? "").replace(/;[^/]*$/u, "");
  const own = findMediaType(path);
  if (own !== null) return own;
  for (const [, value = ""] of address.matchAll(named)) {
    const type = findMediaType(`.${decode(value)}`);
    if (type !== null) return type;
  }
  return null;
}

/** The file in a parameter of a viewer's address: `viewer.html?file=/x.pdf`, also in base64 as kkFileView wants it. */
function findViewed(
  address: string,
): { readonly address: string; readonly mediaType: string | null } | null {
  for (const [, value = ""] of address.matchAll(viewed)) {
    const words = decode(value);
    for (const inner of [words, readBase64(words)]) {
      if (inner === null || isElsewhere(inner)) continue;
      const mediaType = findOwnType(inner);
      const isStored = stores.some((store) => store.test(inner));
      if ((mediaType !== null || isStored) && !/\s/u.test(inner.trim()))
        return { address: inner.trim(), mediaType };
    }
  }
  return null;
}

function readBase64(words: string): string | null {
  if (!base64.test(words)) return null;
  try {
    const text = decodeURIComponent(atob(words.replace(/-/gu, "+").replace(/_/gu, "/")));
    return /^(?:https?:\/\/|\/)[\x21-\uffff]+$/u.test(text) ? text : null;
  } catch {
    return null;
  }
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}
