import { findChromium } from "./browser/find-chromium.ts";
import { openRenderer, type Renderer } from "./browser/open-renderer.ts";
import { type HttpClient, openClient } from "./http/http-client.ts";
import { type HostResolver, resolveHost } from "./http/resolve-host.ts";

/** How hosts are asked: `contact` is an e-mail address for the `From` field; `chromium` the setting PLAYWRIGHT_CHROMIUM. */
export interface CrawlerName {
  readonly userAgent: string;
  readonly contact: string | null;
  readonly chromium: string | undefined;
}

/** A client and, from its first use on, a browser that fetches by it. */
export interface OpenNetwork {
  readonly client: HttpClient;
  readonly resolve: HostResolver;
  /** Throws BrowserMissing. */
  readonly openRenderer: () => Promise<Renderer>;
  readonly close: () => Promise<void>;
}

/** Opens what asks hosts; those inside the network only where they are our own. */
export function openNetwork(
  { userAgent, contact, chromium }: CrawlerName,
  { isOwn, resolve = resolveHost }: { readonly isOwn: boolean; readonly resolve?: HostResolver },
): OpenNetwork {
  const client = openClient({ userAgent, contact, resolve, allowPrivate: isOwn });
  const opened: { renderer: Renderer | null } = { renderer: null };
  return {
    client,
    resolve,
    openRenderer: async () => {
      opened.renderer ??= openRenderer({ executable: findChromium(chromium), client, userAgent });
      return opened.renderer;
    },
    close: async () => {
      await opened.renderer?.close();
      client.close();
    },
  };
}
