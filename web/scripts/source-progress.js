/**
 * Keeps the pages of sources as they are now: listens to the crawler, and asks for the page again when something on it
 * changed. Without this script the pages tell how things were when they were asked for.
 */

/** The page is asked for no more often than this. */
const pauseMs = 2_000;
/** A connection that was refused is tried again after this. */
const retryMs = 5_000;

/** @type {EventSource | undefined} */
let events;
let timer = 0;
let retryTimer = 0;
/** Whether a part was left as it was because a person was using it. */
let isBehind = false;

/** @returns {HTMLElement | null} */
const findLive = () => document.querySelector("[data-live]");

/** @param {boolean} isLost */
function showLost(isLost) {
  for (const notice of document.querySelectorAll("[data-lost]"))
    notice.toggleAttribute("hidden", !isLost);
}

/** Keeps the last addresses of crawls that go on. @param {Document} fresh */
function keepAddresses(fresh) {
  for (const place of document.querySelectorAll("[data-now]")) {
    const id = place.getAttribute("data-now") ?? "";
    const next = fresh.querySelector(`[data-now="${CSS.escape(id)}"]`);
    const isRunning = next?.closest("[data-state]")?.getAttribute("data-state") === "running";
    if (next && isRunning) next.textContent = place.textContent;
    else place.textContent = "";
  }
}

/** @param {Element} old @param {Element | null} next */
function renewPart(old, next) {
  if (!next || old.isEqualNode(next)) return;
  if (!old.contains(document.activeElement)) {
    old.replaceWith(document.importNode(next, true));
    return;
  }
  isBehind = true;
  for (const row of old.querySelectorAll("tr[id]"))
    if (row !== old) renewPart(row, next.querySelector(`#${CSS.escape(row.id)}`));
}

/** Puts new contents where they differ; what a person is using stays as it is. @param {Document} fresh */
function renew(fresh) {
  isBehind = false;
  keepAddresses(fresh);
  for (const part of document.querySelectorAll("[data-part]"))
    renewPart(part, fresh.querySelector(`[data-part="${part.getAttribute("data-part")}"]`));
}

async function refresh() {
  timer = 0;
  const { href } = globalThis.location;
  if (!findLive()) return;
  try {
    const response = await fetch(href, { headers: { accept: "text/html" } });
    if (!response.ok) return;
    const text = await response.text();
    if (href === globalThis.location.href)
      renew(new DOMParser().parseFromString(text, "text/html"));
  } catch {
    // The next event asks again.
  }
}

function refreshSoon() {
  if (timer === 0) timer = setTimeout(refresh, pauseMs);
}

/** @param {MessageEvent} event */
function showVisit(event) {
  const { sourceId, url, failure } = JSON.parse(event.data);
  const place = document.querySelector(`[data-now="${CSS.escape(sourceId)}"]`);
  if (place) place.textContent = `${failure ? "✕ " : ""}${url}`;
}

/** Any source may come into a list or change its counts. @param {MessageEvent} event */
function noteSource(event) {
  const { id } = JSON.parse(event.data);
  const isList = findLive()?.dataset["live"] === "sources";
  if (isList || document.querySelector(`[data-now="${CSS.escape(id)}"]`)) refreshSoon();
}

/** A connection that merely broke comes back by itself; one that was refused never does. */
function noteError() {
  showLost(true);
  if (events?.readyState !== EventSource.CLOSED) return;
  events = undefined;
  clearTimeout(retryTimer);
  retryTimer = setTimeout(listen, retryMs);
}

function hangUp() {
  clearTimeout(retryTimer);
  events?.close();
  events = undefined;
}

/** A page that nobody sees holds no connection: a browser has only six to a host. */
function listen() {
  if (!findLive() || document.hidden) {
    hangUp();
    return;
  }
  if (events) return;
  events = new EventSource("/api/sources/events");
  events.addEventListener("open", () => {
    showLost(false);
    refreshSoon();
  });
  events.addEventListener("error", noteError);
  events.addEventListener("visit", showVisit);
  events.addEventListener("source", noteSource);
}

listen();
document.addEventListener("htmx:afterSettle", listen);
document.addEventListener("visibilitychange", listen);
document.addEventListener("focusout", () => {
  if (isBehind) refreshSoon();
});
globalThis.addEventListener("pagehide", hangUp);
globalThis.addEventListener("pageshow", listen);
