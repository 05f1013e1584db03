/** What htmx leaves open when it swaps the page: say it, keep the focus, and never end on a dead page. */

document.addEventListener("htmx:afterSettle", () => {
  const announcer = document.getElementById("announcer");
  const summary = document.getElementById("result-summary");
  if (announcer) announcer.textContent = summary?.textContent ?? document.title;
  if (document.activeElement === document.body || document.activeElement === null) {
    document.getElementById("content")?.focus({ preventScroll: true });
  }
});

/** Without an answer the browser says best itself what is wrong. */
document.addEventListener("htmx:sendError", (event) => {
  const path = /** @type {CustomEvent} */ (event).detail?.pathInfo?.finalRequestPath;
  if (typeof path === "string") globalThis.location.assign(path);
});

/** Going back to a page that is answered with an error shows that error. */
document.addEventListener("htmx:historyCacheMissLoadError", () => globalThis.location.reload());
