/** What htmx leaves open when it swaps the page: say it, keep the focus, and never end on a dead page. */

document.addEventListener("htmx:afterSettle", (event) => {
  const announcer = document.getElementById("announcer");
  const isPart = event.target instanceof Element && event.target.id === "region-values";
  const summary = document.getElementById(isPart ? "place-summary" : "result-summary");
  if (announcer) announcer.textContent = summary?.textContent ?? document.title;
  if (document.activeElement === document.body || document.activeElement === null) {
    document.getElementById("content")?.focus({ preventScroll: true });
  }
});

/** htmx leaves the head as it is: the feeds that it offers become those of the search that is shown. */
document.addEventListener("htmx:afterSettle", () => {
  for (const offer of document.querySelectorAll('head > link[rel="alternate"]')) offer.remove();
  for (const link of document.querySelectorAll('.feed-links a[rel="alternate"]')) {
    const offer = document.createElement("link");
    for (const name of ["rel", "type", "href"])
      offer.setAttribute(name, link.getAttribute(name) ?? "");
    offer.title = `新收录的年报（${link.textContent}）`;
    document.head.append(offer);
  }
});

/** Without an answer the browser says best itself what is wrong. */
document.addEventListener("htmx:sendError", (event) => {
  const path = /** @type {CustomEvent} */ (event).detail?.pathInfo?.finalRequestPath;
  if (typeof path === "string") globalThis.location.assign(path);
});

/** Going back to a page that is answered with an error shows that error. */
document.addEventListener("htmx:historyCacheMissLoadError", () => globalThis.location.reload());
