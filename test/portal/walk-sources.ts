import { buildRequest, noHints, noTrail, type FoundAddress } from "../../corpus/address.ts";
import type { Source } from "../../corpus/source.ts";
import { decodePage } from "../../crawler/http/decode-page.ts";
import { FetchFailed } from "../../crawler/http/fetch-failed.ts";
import { noHabits, openClient } from "../../crawler/http/http-client.ts";
import { buildRequestKey } from "../../crawler/links/canonicalize-address.ts";
import { findAddresses } from "../../crawler/links/find-addresses.ts";
import { isInScope } from "../../crawler/links/is-in-scope.ts";
import { findNextTrial } from "../../crawler/portals/find-further-pages.ts";
import type { PortalPage } from "../../crawler/portals/portal.ts";
import type { RunningPortals } from "../../demo/portal/start-portals.ts";

/** Every address that a walk asked for, by its key, with the role that it was found in and what came. */
export interface WalkedPage {
  readonly url: string;
  readonly role: FoundAddress["role"];
  readonly content: Uint8Array | null;
}

const mostPages = 600;

/** Walks a source breadth first as the crawler does, without its frontier and pace; throws where it does not end. */
export async function walkSource(
  source: Source,
  { resolve }: Pick<RunningPortals, "resolve">,
): Promise<ReadonlyMap<string, WalkedPage>> {
  const client = openClient({
    userAgent: "GongkaiBot/test (+https://gongkai.test/bot)",
    allowPrivate: true,
    resolve,
  });
  const walked = new Map<string, WalkedPage>();
  const queue: FoundAddress[] = [
    { request: buildRequest(source.entry), role: "entry", hints: noHints, trail: noTrail },
  ];
  try {
    for (let found = queue.shift(); found; found = queue.shift()) {
      const key = buildRequestKey(found.request);
      if (key === null || walked.has(key) || !isInScope(found.request.url, source)) continue;
      if (walked.size >= mostPages) throw new Error(`The walk of ${source.id} does not end.`);
      const page = await fetchPage(client, found);
      walked.set(key, { url: found.request.url, role: found.role, content: page?.content ?? null });
      queue.push(
        ...(page === null
          ? findNextTrial({ ...found, url: found.request.url })
          : findAddresses(page)),
      );
    }
  } finally {
    client.close();
  }
  return walked;
}

async function fetchPage(
  client: ReturnType<typeof openClient>,
  found: FoundAddress,
): Promise<(PortalPage & { readonly content: Uint8Array }) | null> {
  try {
    const { signal } = new AbortController();
    const fetched = await client.fetch(found.request, {
      habits: noHabits,
      validators: null,
      signal,
    });
    const { url, mediaType, content } = fetched;
    return { ...found, url, mediaType, content, text: decodePage(fetched).text };
  } catch (error) {
    if (error instanceof FetchFailed) return null;
    throw error;
  }
}
