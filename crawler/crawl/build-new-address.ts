import type { FoundAddress } from "../../corpus/address.ts";
import type { NewAddress } from "../../corpus/frontier.ts";
import type { Render, Source } from "../../corpus/source.ts";
import { buildRequestKey, canonicalizeAddress } from "../links/canonicalize-address.ts";
import { isInScope } from "../links/is-in-scope.ts";

/** A found address as the frontier keeps it; null for what is no address of the web or not the source's. */
export function buildNewAddress(
  found: FoundAddress,
  source: Source,
  via: number | null,
): NewAddress | null {
  const canonical = canonicalizeAddress(found.request.url);
  const key = buildRequestKey(found.request);
  // Files lie on hosts of the city above the source, too.
  const scope = found.role === "attachment" ? { entry: source.entry } : source;
  if (canonical === null || key === null || !isInScope(canonical.url, scope)) return null;
  return {
    ...found,
    request: { ...found.request, url: canonical.url },
    key,
    host: new URL(canonical.url).host,
    sourceId: source.id,
    render: findRender(found, source),
    via,
  };
}

/** Data and files need no browser, whatever their pages need. */
function findRender({ role, request }: FoundAddress, source: Source): Render {
  const isData = request.method === "POST" || request.headers["X-Requested-With"] !== undefined;
  return role === "attachment" || isData ? "http" : source.render;
}
