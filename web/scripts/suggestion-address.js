/**
 * The search that choosing a suggestion asks for, with the filters kept that are in force. What the suggestion says
 * of a filter takes the place of what was chosen; only a place alone is added to those elsewhere, and takes the place
 * of those above and below it.
 * @param {{ kind: string, address: string }} suggestion
 * @param {HTMLFormElement | null} form whose hidden fields are the filters in force
 * @returns {string} an address of this site
 */
export function addToSearch({ kind, address }, form) {
  const wished = new URL(address, globalThis.location.href).searchParams;
  const isPlaceAlone = kind === "place" && [...wished.keys()].join() === "region";
  const place = isPlaceAlone ? (wished.get("region") ?? "") : null;
  const params = new URLSearchParams();
  const words = wished.get("q");
  if (words) params.set("q", words);
  for (const [name, value] of listKept(form)) {
    const isElsewhere = place !== null && !value.startsWith(place) && !place.startsWith(value);
    if (!wished.has(name) || (name === "region" && isElsewhere)) params.append(name, value);
  }
  for (const [name, value] of wished) if (name !== "q") params.append(name, value);
  return `/?${params}`;
}

/** @param {HTMLFormElement | null} form @returns {[string, string][]} */
function listKept(form) {
  const hidden = form?.querySelectorAll('input[type="hidden"]') ?? [];
  return [...hidden]
    .filter((field) => field instanceof HTMLInputElement)
    .map((field) => [field.name, field.value]);
}
