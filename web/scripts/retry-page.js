/** A page that could not be shown for now asks whether it can, with longer and longer pauses, and is then loaded anew. */

const longestPause = 15_000;

/** @param {HTMLElement} notice */
async function retry(notice) {
  let pause = (Number(notice.dataset["retryAfter"]) || 2) * 1000;
  while (notice.isConnected) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    // Nobody waits for a page that is not looked at.
    if (document.hidden || !notice.isConnected) continue;
    if (await canBeShown()) globalThis.location.reload();
    pause = Math.min(pause * 1.5, longestPause);
  }
}

async function canBeShown() {
  try {
    const headers = { accept: "text/html" };
    const answer = await fetch(globalThis.location.href, {
      method: "HEAD",
      headers,
      cache: "no-store",
    });
    return answer.status !== 503;
  } catch {
    return false;
  }
}

function start() {
  const notice = document.querySelector("[data-retry-after]:not([data-retrying])");
  if (!(notice instanceof HTMLElement)) return;
  notice.dataset["retrying"] = "yes";
  void retry(notice);
}

start();
document.addEventListener("htmx:afterSettle", start);
