import type { Claim, NewAddress } from "../../corpus/frontier.ts";
import type { Source } from "../../corpus/source.ts";
import { countEntries, findKnownKeys } from "../../corpus/store/frontier/count-frontier.ts";
import type { Store } from "../../corpus/store/open-store.ts";
import { buildRequestKey } from "../links/canonicalize-address.ts";
import { discoveryBounds } from "../links/find-columns.ts";
import type { Answer } from "./ask-page.ts";
import { buildNewAddress } from "./build-new-address.ts";

/** An answer with the address that gave it. */
export interface Lead {
  readonly answer: Pick<Answer, "found">;
  readonly claim: Claim;
  readonly source: Source;
}

/** Where an answer leads within its source, under the keys of the frontier. */
export async function findLeads(lead: Lead, store: Store): Promise<readonly NewAddress[]> {
  const { answer, claim, source } = lead;
  const found = answer.found.flatMap((address) => {
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
