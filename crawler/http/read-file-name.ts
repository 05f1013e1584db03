import { Buffer } from "node:buffer";

/** Longer names than systems keep are no names. Characters. */
const longest = 255;

/**
 * The file name that a Content-Disposition field tells, whose value holds one character per byte (Latin-1): by RFC 5987
 * (`filename*`), percent-encoded, or in the bare bytes of UTF-8 or GB18030. Null where it tells none; never a path.
 */
export function readFileName(disposition: string | null): string | null {
  if (disposition === null) return null;
  const name = readExtended(disposition) ?? readPlain(disposition);
  const last =
    name
      ?.split(/[/\\]/u)
      .at(-1)
      ?.replace(/\p{Cc}/gu, "")
      .trim() ?? "";
  return last === "" || last.length > longest || /^\.{1,2}$/u.test(last) ? null : last;
}

/** `filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf` */
function readExtended(disposition: string): string | null {
  const [, charset = "", value = ""] =
    /;\s*filename\*\s*=\s*"?([\w-]{1,40})'[\w-]{0,40}'([^;"]{1,2048})/iu.exec(disposition) ?? [];
  return value === "" ? null : decode(unescapeBytes(value.trim()), charset);
}

function readPlain(disposition: string): string | null {
  const [, quoted, bare] =
    /;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.){0,2048})"|([^;"]{1,2048}))/iu.exec(disposition) ?? [];
  const value = quoted?.replace(/\\(["\\])/gu, "$1") ?? bare?.trim();
  return value === undefined ? null : decode(unescapeBytes(value), null);
}

function unescapeBytes(value: string): Buffer {
  const bytes = value.replace(/%([0-9a-f]{2})/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, "latin1");
}

/** In the charset that is told where it is known, else as UTF-8 where the bytes are, else as GB18030. */
function decode(bytes: Buffer, charset: string | null): string | null {
  for (const label of [charset, "utf-8", "gb18030"]) {
    if (label === null) continue;
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      // Another charset, or one that nobody knows.
    }
  }
  return null;
}
