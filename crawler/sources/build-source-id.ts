import { findRegisteredName } from "../links/find-registered-name.ts";

const longestId = 55;

/** A short id for an entry, from the name of its host, with a number where others have it already. */
export function buildSourceId(entry: string, taken: ReadonlySet<string>): string {
  return numberSourceId(readName(entry), taken);
}

/** The id, or the id with the first free number. */
export function numberSourceId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

function readName(entry: string): string {
  const host = URL.canParse(entry) ? new URL(entry).hostname : entry;
  const [label = ""] = (findRegisteredName(host) ?? host).split(/\.(?=[a-z])/u);
  const id = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, longestId);
  return id === "" ? "source" : id;
}
