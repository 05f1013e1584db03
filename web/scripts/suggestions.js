/**
 * Suggestions while one types. Without this script the box is a plain field of a form.
 * All listeners sit on the document, since swaps of the page replace the box itself.
 */
import { hideList, isInList, listOptions, markActive, showList } from "./suggestion-list.js";

const pauseMs = 120;
const inputId = "search-input";

let timer = 0;
let active = -1;
/** @type {AbortController | undefined} */
let pending;

/** @param {EventTarget | null} target */
const asBox = (target) =>
  target instanceof HTMLInputElement && target.id === inputId ? target : null;

function close() {
  clearTimeout(timer);
  pending?.abort();
  active = -1;
  hideList(document.getElementById(inputId));
}

/** @param {HTMLInputElement} box */
async function suggest(box) {
  pending?.abort();
  pending = new AbortController();
  const { signal } = pending;
  try {
    const params = new URLSearchParams({ q: box.value });
    const response = await fetch(`/api/suggest?${params}`, { signal });
    const { suggestions = [] } = response.ok ? await response.json() : {};
    if (signal.aborted) return;
    active = -1;
    if (suggestions.length === 0) hideList(box);
    else showList(box, suggestions);
  } catch {
    if (!signal.aborted) close();
  }
}

/** Input methods compose pinyin in the box: only what they end with is asked for. @param {Event} event */
function schedule(event) {
  const box = asBox(event.target);
  if (!box || (event instanceof InputEvent && event.isComposing)) return;
  clearTimeout(timer);
  if (box.value.trim() === "") close();
  else timer = setTimeout(suggest, pauseMs, box);
}

/** @param {KeyboardEvent} event */
function handleKey(event) {
  const box = asBox(event.target);
  const options = listOptions();
  if (!box || event.isComposing || options.length === 0) return;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const places = options.length + 1;
    active = ((active + 1 + steps[event.key] + places) % places) - 1;
    markActive(box, active);
  } else if (event.key === "Escape") close();
  else if (event.key === "Enter" && active >= 0) options[active]?.click();
  else return;
  event.preventDefault();
}

document.addEventListener("input", schedule);
document.addEventListener("compositionend", schedule);
document.addEventListener("keydown", handleKey);
document.addEventListener("submit", close);
document.addEventListener("focusout", (event) => {
  if (asBox(event.target)) close();
});
/** The focus stays in the box while an option is pressed, so that the list is there for the click. */
document.addEventListener("mousedown", (event) => {
  if (isInList(event.target)) event.preventDefault();
});
