import { expect, test } from "vitest";
import { keepFor } from "../../server/keep-for.ts";

/** A question that takes `tookMs` of a clock of its own. */
function buildQuestion(tookMs: number) {
  const clock = { now: 0, asked: 0, fails: false };
  const ask = keepFor(
    async () => {
      clock.asked += 1;
      clock.now += tookMs;
      if (clock.fails) throw new Error("no answer");
      return clock.asked;
    },
    100,
    () => clock.now,
  );
  return { clock, ask };
}

test("keeps an answer for its life and never gives an older one", async () => {
  const { clock, ask } = buildQuestion(0);
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  clock.now = 99;
  expect(await ask()).toBe(1);
  clock.now = 100;
  expect(await ask()).toBe(2);
});

test("keeps an answer that took long for longer", async () => {
  const { clock, ask } = buildQuestion(50);
  await ask();
  clock.now = 1_049;
  expect(await ask()).toBe(1);
  clock.now = 1_050;
  expect(await ask()).toBe(2);
});

test("keeps no failure", async () => {
  const { clock, ask } = buildQuestion(0);
  clock.fails = true;
  await expect(ask()).rejects.toThrow("no answer");
  clock.fails = false;
  expect(await ask()).toBe(2);
});
