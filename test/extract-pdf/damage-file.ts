import { Buffer } from "node:buffer";

const tokens = [
  "0 R",
  ">>",
  "<<",
  "endstream",
  "endobj",
  "-1",
  "99999999999",
  "[",
  "(",
  "/Kids [2 0 R]",
  " q ",
  " Do ",
];
const steps = 4;

/** A copy with some bytes changed, cut out, doubled, or replaced by words of the format; the same for the same seed. */
export function damageFile(bytes: Uint8Array, seed: number): Uint8Array {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  const pick = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, below);
  };
  let damaged = Buffer.from(bytes);
  for (let step = pick(steps); step >= 0; step--) {
    const at = pick(damaged.length);
    const drop = pick(2) === 0 ? pick(12) : pick(600);
    const copied = pick(damaged.length);
    const added = [
      Buffer.from(Array.from({ length: pick(8) }, () => pick(256))),
      Buffer.from(tokens[pick(tokens.length)] ?? ""),
      damaged.subarray(copied, copied + pick(300)),
      Buffer.alloc(drop, pick(256)),
    ];
    const parts = [
      damaged.subarray(0, at),
      added[pick(added.length)] ?? Buffer.alloc(0),
      damaged.subarray(at + drop),
    ];
    damaged = Buffer.concat(parts);
  }
  return new Uint8Array(damaged);
}
