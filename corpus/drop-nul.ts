const nul = "\u0000";

/** The same value with U+FFFD for every U+0000 in its texts: PostgreSQL stores none, and no text means it. */
export function dropNul<T>(value: T): T {
  // Looked for first: nearly nothing holds one.
  return JSON.stringify(value).includes("\\u0000") ? (replaceIn(value) as T) : value;
}

function replaceIn(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(nul, "\uFFFD");
  if (Array.isArray(value)) return value.map(replaceIn);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name.replaceAll(nul, "\uFFFD"), replaceIn(held)]),
  );
}
