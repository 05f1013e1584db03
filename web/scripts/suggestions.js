/**
 * Suggestions while one types. Without this script the box is a plain field of a form.
 * All listeners sit on the document, since swaps of the page replace the box itself.
 */
import {
  hideList,
  isInList,
  listOptions,
  markActive,
  markBox,
  showList,
} from "./suggestion-list.js";

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

/**
 * The keys of the combobox pattern. While an input method composes, all keys are its own; Safari says so by the code 229
 * for the Enter that ends it. Left, Right, Home and End go back to the text.
 * @param {KeyboardEvent} event
 */
function handleKey(event) {
  const box = asBox(event.target);
  if (!box || event.isComposing || event.keyCode === 229) return;
  const options = listOptions();
  if (options.length === 0) {
    if (event.key === "ArrowDown" && box.value.trim() !== "") void suggest(box);
    return;
  }
  if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) moveTo(box, -1);
  else if (act(box, event, options)) event.preventDefault();
}

/** Whether the key was meant for the list. @param {HTMLInputElement} box @param {KeyboardEvent} event @param {HTMLAnchorElement[]} options */
function act(box, event, options) {
  const places = options.length + 1;
  if (event.key === "Escape" || (event.key === "ArrowUp" && event.altKey)) close();
  else if (event.key === "ArrowDown") moveTo(box, ((active + 2) % places) - 1);
  else if (event.key === "ArrowUp") moveTo(box, ((active + places) % places) - 1);
  else if (event.key === "Enter" && active >= 0) options[active]?.click();
  else return false;
  return true;
}

/** @param {HTMLInputElement} box @param {number} option -1 for the box itself */
function moveTo(box, option) {
  active = option;
  markActive(box, option);
}

document.addEventListener("focusin", (event) => {
  const box = asBox(event.target);
  if (box) markBox(box);
});
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
