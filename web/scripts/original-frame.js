/**
 * Brings the marked cell of an original into view once all has loaded: Chromium (156) loses the jump to `#cell` of
 * about one sandboxed frame in twenty. The same address again is a jump within the document, not another load.
 */
globalThis.addEventListener("load", () => {
  const frame = document.querySelector("iframe.original-frame");
  if (frame instanceof HTMLIFrameElement) frame.setAttribute("src", frame.src);
});
