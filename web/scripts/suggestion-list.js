/**
 * The list under the search box, as the ARIA 1.2 combobox pattern draws it.
 * @typedef {{ kind: "place" | "agency", name: string, detail: string, value: string, reports: number }} Suggestion
 */

const listId = "suggestions";

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

/** @param {HTMLInputElement} box @param {readonly Suggestion[]} suggestions */
export function showList(box, suggestions) {
  const list = document.getElementById(listId) ?? document.createElement("div");
  list.id = listId;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "地名和机构");
  list.replaceChildren(...suggestions.map(buildOption));
  box.parentElement?.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", listId);
  box.setAttribute("aria-expanded", "true");
  box.removeAttribute("aria-activedescendant");
}

/** @param {HTMLElement | null} box */
export function hideList(box) {
  document.getElementById(listId)?.remove();
  if (box?.getAttribute("role") !== "combobox") return;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-controls");
  box.removeAttribute("aria-activedescendant");
}

/** @param {HTMLInputElement} box @param {number} active */
export function markActive(box, active) {
  const options = listOptions();
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
  const chosen = options[active];
  if (!chosen) return box.removeAttribute("aria-activedescendant");
  box.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

/** @param {Suggestion} suggestion @param {number} i */
function buildOption({ kind, name, detail, value, reports }, i) {
  const option = document.createElement("a");
  const params = new URLSearchParams(kind === "place" ? { region: value } : { q: value });
  option.href = `/?${params}`;
  option.id = `suggestion-${i}`;
  option.className = "suggestion";
  option.tabIndex = -1;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(buildPart("name", name), buildPart("detail", detail));
  option.append(buildPart("count", `${reports} 份`));
  return option;
}

/** @param {string} part @param {string} text */
function buildPart(part, text) {
  const span = document.createElement("span");
  span.className = `suggestion-${part}`;
  span.textContent = text;
  return span;
}
