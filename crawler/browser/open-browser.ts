import { buildFailure } from "../http/fetch-failed.ts";
import { BrowserMissing } from "./browser-missing.ts";
import type { Renderer } from "./open-renderer.ts";

/** What opens a renderer, for an address that a browser has to show. Throws FetchFailed `browser` without a browser. */
export async function openBrowser(openRenderer: () => Promise<Renderer>): Promise<Renderer> {
  try {
    return await openRenderer();
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    throw buildFailure("browser", error.message, { cause: error });
  }
}
