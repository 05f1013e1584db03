import { countEdits } from "./nearest-name.ts";

const longestPart = 20;
const mostParts = 6;

/** Keys (`requests.newReceived.total`) cut into parts, to be compared with typed ones. */
export interface KeyParts {
  readonly keys: readonly { readonly key: string; readonly parts: readonly string[] }[];
  readonly parts: readonly string[];
}

/** Cuts keys once for many comparisons. */
export function buildKeyParts(keys: readonly string[]): KeyParts {
  const cut = keys.map((key) => ({ key, parts: key.toLowerCase().split(".") }));
  return { keys: cut, parts: [...new Set(cut.flatMap(({ parts }) => parts))] };
}

/**
 * The key most like a typed one, part by part: a part may be the beginning of its counterpart or some edits away.
 * Null where no part is like any.
 */
export function findNearestKey(text: string, { keys, parts }: KeyParts): string | null {
  const typed = text.toLowerCase().split(".").slice(0, mostParts);
  const likeness = new Map(
    parts.map((part) => [part, typed.map((own) => countLikeness(own.slice(0, longestPart), part))]),
  );
  let nearest: string | null = null;
  let most = 0;
  for (const { key, parts } of keys) {
    const score =
      sumBest(parts, typed.length, likeness) - Math.abs(parts.length - typed.length) / 10;
    if (score > most) [nearest, most] = [key, score];
  }
  return nearest;
}

function sumBest(
  parts: readonly string[],
  count: number,
  likeness: ReadonlyMap<string, readonly number[]>,
): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1)
    sum += Math.max(...parts.map((part) => likeness.get(part)?.[index] ?? 0));
  return sum;
}

/** From 0, nothing alike, to 1. */
function countLikeness(typed: string, part: string): number {
  if (typed === part) return 1;
  if (typed.length > 1 && part.startsWith(typed)) return 0.8;
  const longer = Math.max(typed.length, part.length);
  const limit = Math.floor(longer / 3);
  const edits = countEdits(typed, part, limit);
  return edits > limit ? 0 : 1 - edits / longer;
}
