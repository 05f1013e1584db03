import { decodePage } from "../http/decode-page.ts";
import type { Fetched } from "../http/exchange.ts";
import { detectChallenge } from "../manners/detect-challenge.ts";

/** Whether an answer is a page whose scripts may run: no file, no redirect, and no challenge, which would be solved. */
export function isShowable(fetched: Fetched): boolean {
  const { status, movedTo, mediaType, content } = fetched;
  if (status < 200 || status > 299 || movedTo !== null) return false;
  if (mediaType !== "text/html" || content.length === 0) return false;
  return detectChallenge(fetched, decodePage(fetched).text) === null;
}
