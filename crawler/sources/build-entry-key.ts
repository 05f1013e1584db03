import { canonicalizeAddress } from "../links/canonicalize-address.ts";

/** Equal for entries that are the same page, whatever their scheme. */
export function buildEntryKey(entry: string): string {
  return canonicalizeAddress(entry)?.key ?? entry;
}
