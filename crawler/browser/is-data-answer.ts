import { Buffer } from "node:buffer";
import type { Fetched } from "../http/exchange.ts";

const dataTypes = new Set([
  "application/json",
  "application/xml",
  "application/javascript",
  "text/html",
  "text/plain",
]);

/**
 * Whether what a page asked for is data that its list may be made of. `resourceType` is that of playwright. A script is
 * data only where it is a call with data (JSONP).
 */
export function isDataAnswer(resourceType: string, { mediaType, content }: Fetched): boolean {
  if (content.length === 0) return false;
  if (resourceType !== "script") return dataTypes.has(mediaType);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const start = bytes.subarray(0, 300).toString("latin1");
  const end = bytes.subarray(-64).toString("latin1");
  return (
    /^\s{0,99}(?:\/\*\*\/)?(?:typeof [\w$.]{1,60} ?={2,3} ?["']function["'] ?&& ?)?[\w$.]{1,60}\(\s{0,99}[[{]/u.test(
      start,
    ) && /[\]}]\s{0,9}\)\s{0,9};?\s{0,9}$/u.test(end)
  );
}
