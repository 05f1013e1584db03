const longestAddress = 4_000;

/**
 * A printed address made absolute, without its fragment; null where it is none that can be fetched (a script, a place
 * in the page, mail) or far too long.
 */
export function resolveAddress(printed: string, base: string): string | null {
  const address = printed.trim().replace(/\\\//gu, "/").replace(/&amp;/giu, "&");
  if (address === "" || address.startsWith("#") || address.length > longestAddress) return null;
  if (/^(?!https?:)[a-z][a-z\d+.-]{0,20}:/iu.test(address)) return null;
  try {
    const url = new URL(address, base);
    url.hash = "";
    return /^https?:$/u.test(url.protocol) && url.href.length <= longestAddress ? url.href : null;
  } catch {
    return null;
  }
}

/** The path of an address with its escapes undone where they are UTF-8; empty for what is no address. */
export function readPath(address: string): string {
  if (!URL.canParse(address)) return "";
  const { pathname } = new URL(address);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
