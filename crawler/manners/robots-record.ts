import { z } from "zod";
import { decodeText } from "../../corpus/charset.ts";

/** RFC 9309 §2.5 asks that at least 500 KiB be read. */
const longestBody = 524_288;

/**
 * A robots.txt as the store keeps it, plain JSON. `status` is that of the last answer, null where none came. `body` is its
 * decoded text, empty where it held no rules. `fetchedAt` is in milliseconds since 1970.
 */
export const robotsRecordSchema = z.object({
  status: z.int().nullable(),
  body: z.string(),
  fetchedAt: z.number(),
});
export type RobotsRecord = Readonly<z.infer<typeof robotsRecordSchema>>;

/** A robots.txt as it came: `body` is null where there was no answer. */
export interface RobotsAnswer {
  readonly status: number | null;
  readonly body: Uint8Array | null;
  readonly fetchedAt: number;
}

/** What is kept of an answer: of a 2xx the text of its first 512 KiB up to a line end, of others the status alone. */
export function buildRobotsRecord({ status, body, fetchedAt }: RobotsAnswer): RobotsRecord {
  const isFile = status !== null && status >= 200 && status < 300 && body !== null;
  const text = isFile ? decodeText(cutAtLine(body)).text : "";
  return { status, body: isPage(text) ? "" : text, fetchedAt };
}

/** What lies behind the last line end is part of a rule, and half a rule forbids too much or too little. */
function cutAtLine(body: Uint8Array): Uint8Array {
  if (body.length <= longestBody) return body;
  const head = body.subarray(0, longestBody);
  const end = Math.max(head.lastIndexOf(0x0a), head.lastIndexOf(0x0d)) + 1;
  // In UTF-16LE a line end has a second byte.
  return body.subarray(0, body[end] === 0 ? end + 1 : end);
}

/** Portals show their page for missing pages, or any page, where robots.txt should be. */
function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|!--|\?xml|html|head|meta|title|script|body)/iu.test(text);
}
