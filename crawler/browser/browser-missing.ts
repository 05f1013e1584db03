/** No Chromium can be started: install one or name its place, then crawl again. */
export class BrowserMissing extends Error {
  override readonly name = "BrowserMissing";
}
