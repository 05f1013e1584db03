import { Buffer } from "node:buffer";
import { encodeGb18030 } from "../encode-gb18030.ts";

/** How the bytes of a page or text are encoded, and whether the page says so. */
export const encodings = [
  "utf-8",
  "utf-8 undeclared",
  "utf-8 with BOM",
  "gb18030",
  "gb18030 undeclared",
] as const;
export type Encoding = (typeof encodings)[number];

/** The bytes of a page or text. A page in GB18030 says gb2312, as portals do, or nothing. */
export function encodeText(text: string, encoding: Encoding): Uint8Array {
  const isChinese = encoding.startsWith("gb18030");
  const declared = encoding.endsWith("undeclared")
    ? text.replace(/<meta[^>]*charset[^>]*>/giu, "")
    : text.replace(/charset=("?)[\w-]+/giu, `charset=$1${isChinese ? "gb2312" : "utf-8"}`);
  if (isChinese) return encodeGb18030(declared);
  return Buffer.from(encoding === "utf-8 with BOM" ? `\ufeff${declared}` : declared);
}
