/**
 * The list under the search box, as the ARIA 1.2 combobox pattern draws it: the focus stays in the box, which names
 * the option that the arrows have reached.
 * @typedef {{
 *   kind: "place" | "agency" | "term" | "year", name: string, detail: string, value: string,
 *   reports: number | null, address: string,
 * }} Suggestion
 */
import { addToSearch } from "./suggestion-address.js";

const listId = "suggestions";
const kindLabels = { place: "地区", agency: "机构", term: "词语", year: "年份" };

/** @returns {HTMLAnchorElement[]} */
export function listOptions() {
  return [...document.querySelectorAll(`#${listId} a`)].filter(
    (option) => option instanceof HTMLAnchorElement,
  );
}

/** @param {EventTarget | null} target */
export function isInList(target) {
  return target instanceof Element && target.closest(`#${listId}`) !== null;
}

/** Makes a box known as one with a list, before there is any. @param {HTMLInputElement} box */
export function markBox(box) {
  if (box.getAttribute("role") === "combobox") return;
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-haspopup", "listbox");
  box.setAttribute("aria-expanded", "false");
}

/** @param {HTMLInputElement} box @param {readonly Suggestion[]} suggestions */
export function showList(box, suggestions) {
  const list = document.getElementById(listId) ?? document.createElement("div");
  list.id = listId;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "提示");
  list.replaceChildren(...suggestions.map((suggestion, i) => buildOption(suggestion, i, box)));
  box.parentElement?.append(list);
  markBox(box);
  box.setAttribute("aria-controls", listId);
  box.setAttribute("aria-expanded", "true");
  box.removeAttribute("aria-activedescendant");
  announce(`${suggestions.length} 条提示，可用上下键选择`);
}

/** @param {HTMLElement | null} box */
export function hideList(box) {
  document.getElementById(listId)?.remove();
  if (box?.getAttribute("role") !== "combobox") return;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-controls");
  box.removeAttribute("aria-activedescendant");
}

/** @param {HTMLInputElement} box @param {number} active -1 for none */
export function markActive(box, active) {
  const options = listOptions();
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
  const chosen = options[active];
  if (!chosen) return box.removeAttribute("aria-activedescendant");
  box.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

/** @param {Suggestion} suggestion @param {number} i @param {HTMLInputElement} box */
function buildOption(suggestion, i, box) {
  const { kind, name, detail, reports } = suggestion;
  const option = document.createElement("a");
  option.href = addToSearch(suggestion, box.form);
  option.id = `suggestion-${i}`;
  option.className = "suggestion";
  option.tabIndex = -1;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(buildPart("name", name), buildPart("detail", detail));
  const count = reports === null ? "" : `${reports} 份`;
  option.append(buildPart("count", count), buildPart("kind", kindLabels[kind]));
  return option;
}

/** @param {string} part @param {string} text */
function buildPart(part, text) {
  const span = document.createElement("span");
  span.className = `suggestion-${part}`;
  span.textContent = text;
  return span;
}

/** @param {string} text */
function announce(text) {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = text;
}
