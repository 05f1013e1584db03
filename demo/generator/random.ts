/** Numbers that a seed fixes: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number from 0 up to, without, a limit. */
  readonly below: (limit: number) => number;
  /** Whether something with this chance (0 to 1) happens. */
  readonly happens: (chance: number) => boolean;
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
}

/** Mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    happens: (chance) => next() < chance,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
  };
}
