/**
 * Keeps the pages of sources as they are now: listens to the crawler, and asks for the page again when something on it
 * changed. Without this script the pages tell how things were when they were asked for.
 */

/** The page is asked for no more often than this. */
const pauseMs = 2_000;

/** @type {EventSource | undefined} */
let events;
let timer = 0;

const findLive = () => document.querySelector("[data-live]");

/** @param {string} id */
const isShown = (id) => document.querySelector(`[data-source="${CSS.escape(id)}"]`) !== null;

/** Puts new contents where they differ; what a person is using stays as it is. @param {Document} fresh */
function renew(fresh) {
  for (const old of document.querySelectorAll("tr[data-source], .source-page, #result-summary")) {
    const next = old.id
      ? fresh.getElementById(old.id)
      : fresh.querySelector(".source-page[data-source]");
    if (!next || old.contains(document.activeElement)) continue;
    for (const now of old.querySelectorAll("[data-now]")) {
      const place = next.querySelector("[data-now]");
      if (place && next.getAttribute("data-state") === "running")
        place.textContent = now.textContent;
    }
    if (old.innerHTML !== next.innerHTML) old.replaceWith(document.importNode(next, true));
  }
}

async function refresh() {
  timer = 0;
  if (!findLive()) return;
  try {
    const response = await fetch(globalThis.location.href, { headers: { accept: "text/html" } });
    if (!response.ok) return;
    renew(new DOMParser().parseFromString(await response.text(), "text/html"));
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

/** @param {MessageEvent} event */
function noteSource(event) {
  if (isShown(JSON.parse(event.data).id)) refreshSoon();
}

function listen() {
  if (!findLive()) {
    events?.close();
    events = undefined;
    return;
  }
  if (events) return;
  events = new EventSource("/api/sources/events");
  events.addEventListener("open", refreshSoon);
  events.addEventListener("visit", showVisit);
  events.addEventListener("source", noteSource);
}

listen();
document.addEventListener("htmx:afterSettle", listen);
globalThis.addEventListener("pagehide", () => events?.close());
globalThis.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    events = undefined;
    listen();
  }
});
