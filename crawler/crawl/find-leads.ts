import { Buffer } from "node:buffer";
import type { FoundAddress } from "../../corpus/address.ts";
import type { Claim, NewAddress } from "../../corpus/frontier.ts";
import type { Source } from "../../corpus/source.ts";
import { countEntries, findKnownKeys } from "../../corpus/store/frontier/count-frontier.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { findPageRedirect } from "../http/find-page-redirect.ts";
import { findAddresses } from "../links/find-addresses.ts";
import { buildRequestKey } from "../links/canonicalize-address.ts";
import { discoveryBounds } from "../links/find-columns.ts";
import { findNextTrial } from "../portals/find-further-pages.ts";
import type { Answer } from "./ask-page.ts";
import { buildNewAddress } from "./build-new-address.ts";
import { isAbsent } from "./is-absent.ts";

/** An answer with the address that gave it. */
export interface Lead {
  readonly answer: Answer;
  readonly claim: Claim;
  readonly source: Source;
}

/** Where an answer leads within its source: redirects, what its links say, or the next guess after one that failed. */
export async function findLeads(lead: Lead, store: Store): Promise<readonly NewAddress[]> {
  const { claim, source } = lead;
  const found = [...listFound(lead), ...listFrames(lead)].flatMap((address) => {
    const known = buildNewAddress(address, source, claim.id);
    return known === null ? [] : nameOtherHost(known, claim);
  });
  return claim.role === "entry" ? limitEntries(found, source, store) : found;
}

/**
 * Names with and without `www.` are one in keys. Where one of them leads to the same address under the other, that is
 * kept beside it, for else nobody would ever ask for it.
 */
function nameOtherHost(found: NewAddress, { request, host }: Claim): NewAddress {
  const isOther = found.host !== host.name && found.key === buildRequestKey(request);
  return isOther ? { ...found, key: `${found.key} @${found.host}` } : found;
}

function listFound({ answer, claim }: Lead): readonly FoundAddress[] {
  const { fetched, failure, text, markup } = answer;
  const { request, role, hints, trail } = claim;
  if (failure !== null)
    return isAbsent(failure.failure)
      ? findNextTrial({ request, url: request.url, hints, trail })
      : [];
  if (fetched === null || fetched.status === 304) return [];
  const { url, mediaType, movedTo } = fetched;
  const target = movedTo ?? (fetched.charset === null ? null : findPageRedirect(text, url));
  if (target !== null) {
    return [
      { request: { ...request, url: target, method: "GET", body: null }, role, hints, trail },
    ];
  }
  return findAddresses({ request, url, role, hints, trail, text, markup, mediaType });
}

/** The documents of frames that a browser has shown already: their links are found without asking for them again. */
function listFrames({ answer, claim }: Lead): readonly FoundAddress[] {
  const { fetched, failure } = answer;
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

/** The way from a home page to its columns is so many pages long at most. */
async function limitEntries(
  found: readonly NewAddress[],
  source: Source,
  store: Store,
): Promise<readonly NewAddress[]> {
  const keys = found.filter(({ role }) => role === "entry").map(({ key }) => key);
  // The navigation of a portal leads from every page to the same ones.
  const known = await findKnownKeys(store, keys);
  let room = discoveryBounds.pages - (await countEntries(store, source.id));
  return found.filter(({ role, key }) => role !== "entry" || (!known.has(key) && room-- > 0));
}
