import { describe, expect, it } from "vitest";
import { readRepeated, repeated } from "./hostile-pieces.ts";

const factor = Number(process.env["FUZZ_FACTOR"] ?? 1);
/** Characters of the long page: 5 MB in `npm run nightly`. */
const length = Math.min(200_000 * factor, 5_000_000);
/** The short page is by so much shorter. */
const growth = 8;
/** What is linear takes about 8 times as long for the long page, what is quadratic 64 times. */
const most = 4 * growth;

/** Milliseconds of the processor, not of the clock: other programs do not count. */
function measure(piece: string, characters: number): number {
  const before = process.cpuUsage();
  expect(readRepeated(piece, characters)).toBeLessThan(30_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many times as long the long page takes; measured again where something else has come between. */
function compareLengths(piece: string): number {
  const [short, long]: [number[], number[]] = [[], []];
  const compare = () => Math.min(...long) / Math.min(...short);
  do {
    for (let at = 0; at < 2; at++) short.push(measure(piece, length / growth));
    long.push(measure(piece, length));
  } while (compare() > most && long.length < 4);
  return compare();
}

describe("hostile pages", () => {
  it.each(repeated)("of %j take no more than their length", (piece) =>
    expect(compareLengths(piece)).toBeLessThan(most),
  );
});
