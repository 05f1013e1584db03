import { Buffer } from "node:buffer";
import type { FoundAddress } from "../../corpus/address.ts";
import type { Claim } from "../../corpus/frontier.ts";
import type { Rendered } from "../browser/rendered.ts";
import type { Fetched } from "../http/exchange.ts";
import type { FetchFailed } from "../http/fetch-failed.ts";
import { findPageRedirect } from "../http/find-page-redirect.ts";
import { findAddresses } from "../links/find-addresses.ts";
import type { Markup } from "../links/markup.ts";
import { findNextTrial } from "../portals/find-further-pages.ts";
import { isAbsent } from "./is-absent.ts";

/** What came for a claim, with its text, and why it is no page after all. */
export interface ReadAnswer {
  readonly claim: Claim;
  readonly fetched: Fetched | Rendered | null;
  readonly failure: FetchFailed | null;
  readonly text: string;
  readonly markup?: Markup;
}

/** Where an answer leads: redirects, what its links say, or the next guess after one that failed. */
export function listFound(read: ReadAnswer): readonly FoundAddress[] {
  return [...listLinked(read), ...listFrames(read)];
}

function listLinked({ claim, fetched, failure, ...read }: ReadAnswer): readonly FoundAddress[] {
  const { request, role, hints, trail } = claim;
  if (failure !== null)
    return isAbsent(failure.failure)
      ? findNextTrial({ request, url: request.url, hints, trail })
      : [];
  if (fetched === null || fetched.status === 304) return [];
  const { url, mediaType, movedTo } = fetched;
  const target = movedTo ?? (fetched.charset === null ? null : findPageRedirect(read.text, url));
  if (target !== null) {
    return [
      { request: { ...request, url: target, method: "GET", body: null }, role, hints, trail },
    ];
  }
  return findAddresses({ request, url, role, hints, trail, mediaType, ...read });
}

/** The documents of frames that a browser has shown already: their links are found without asking for them again. */
function listFrames({ claim, fetched, failure }: ReadAnswer): readonly FoundAddress[] {
  if (fetched === null || failure !== null || !("frames" in fetched)) return [];
  const { request, role, hints } = claim;
  return fetched.frames.flatMap(({ url, content }) =>
    findAddresses({
      request: { ...request, url },
      url,
      role: role === "entry" ? "entry" : "frame",
      hints,
      trail: { ...claim.trail, frames: claim.trail.frames + 1 },
      text: Buffer.from(content).toString("utf8"),
      mediaType: "text/html",
    }),
  );
}
