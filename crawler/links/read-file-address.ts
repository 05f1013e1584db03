/** A file that an address leads to; `name` is the file's name as the address tells it, empty where it does not. */
export interface FileAddress {
  readonly address: string;
  readonly name: string;
}

const longestAddress = 2_000;
const endings =
  /\.(?:pdf|docx?|wps|wpt|xlsx?|et|csv|ppt|pptx|ofd|ceb|rtf|txt|zip|rar|7z|swf|tiff?)["”』】）)\]\s]{0,4}$/iu;
/** Parameters in which a viewer is told the file, and in which a download is told its name. */
const viewed =
  /[?&#](?:file|url|src|pdf|pdfurl|pdf_url|path|filepath|fileurl|file_url|swffile|doc|docurl|furl)=([^&#]+)/giu;
const named = /[?&](?:e|ext|suffix|filename|file_name|name|title)=([^&#]+)/giu;
/** Where portals keep files under an address that does not end like one. */
const stores: readonly RegExp[] = [
  /\/download\.jsp\b|DownloadAttachUrl/iu,
  /\/virtual_attach_file\.vsb\b/iu,
  /\/group\d{1,3}\/M[0-9A-F]{2}\//iu,
  /(?:down|download)_?(?:file|attach(?:ment)?|annex|doc)\b|(?:file|attach(?:ment)?|annex)_?(?:down|download)\b/iu,
  /(?:show|view|get|open)_?(?:attach(?:ment)?|annex)\b/iu,
];
const pictures = /\.(?:png|jpe?g|gif|bmp|webp|svg|ico)(?:[?#]|$)/iu;
const base64 = /^[A-Za-z\d+/_-]{16,}={0,2}$/u;

/** The file that a printed address leads to, taken out of the viewer that shows it; null where it leads to a page. */
export function readFileAddress(printed: string): FileAddress | null {
  const address = printed.trim();
  if (address === "" || address.length > longestAddress || isElsewhere(address)) return null;
  const inner = findViewed(address);
  if (inner !== null) return { address: inner, name: readName(inner) };
  const path = decode(address.split(/[?#]/u)[0] ?? "").replace(/;[^/]*$/u, "");
  const name = endings.test(path) ? readName(address) : findNamed(address);
  if (name !== null) return { address, name };
  const isStored = stores.some((store) => store.test(address)) && !pictures.test(address);
  return isStored ? { address, name: "" } : null;
}

function isElsewhere(address: string): boolean {
  if (address.startsWith("#")) return true;
  const scheme = /^([a-z][a-z\d+.-]{1,20}):/iu.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && scheme !== "http" && scheme !== "https";
}

/** `viewer.html?file=/x.pdf`, also in base64 as kkFileView wants it. */
function findViewed(address: string): string | null {
  for (const [, value = ""] of address.matchAll(viewed)) {
    const words = decode(value);
    for (const inner of [words, readBase64(words)]) {
      if (inner === null || isElsewhere(inner) || /\s/u.test(inner.trim())) continue;
      const isFile =
        endings.test(inner.split(/[?#]/u)[0] ?? "") || stores.some((store) => store.test(inner));
      if (isFile) return inner.trim();
    }
  }
  return null;
}

function findNamed(address: string): string | null {
  for (const [, value = ""] of address.matchAll(named)) {
    const name = decode(value);
    if (endings.test(`.${name}`)) return name;
  }
  return null;
}

function readName(address: string): string {
  return decode((address.split(/[?#]/u)[0] ?? "").split("/").at(-1) ?? "").slice(0, 200);
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
