import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workAhead } from "../../indexer/work-ahead.ts";

const end = async (): Promise<void> => {};

async function collect<T>(results: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** Work on numbers that ends only when it is told to. */
function openWork() {
  const finish = new Map<number, () => void>();
  const begin = async (item: number): Promise<number> =>
    new Promise((resolve) => finish.set(item, () => resolve(item)));
  return { begin, begun: () => [...finish.keys()], finish: (item: number) => finish.get(item)?.() };
}

describe("working ahead", () => {
  it("gives results in the order of the items, in whatever order the work ends", async () => {
    const plan = fc.tuple(
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
    );
    await fc.assert(
      fc.asyncProperty(plan, async ([waits, ahead]) => {
        const begin = async ([at, wait]: readonly [number, number]) => setTimeout(wait, at);
        const results = await collect(workAhead(waits.entries(), { ahead, begin, end }));
        expect(results).toEqual(waits.map((_, at) => at));
      }),
      { numRuns: 30 },
    );
  });

  it("begins no more than it may while the first is not done or not taken", async () => {
    const work = openWork();
    const results = workAhead([0, 1, 2, 3, 4], { ...work, ahead: 3, end });
    const first = results.next();
    work.finish(1);
    work.finish(2);
    await setTimeout(5);
    expect(work.begun()).toEqual([0, 1, 2]);
    work.finish(0);
    expect(await first).toEqual({ done: false, value: 0 });
    await setTimeout(5);
    expect(work.begun()).toEqual([0, 1, 2]);
    expect(await results.next()).toEqual({ done: false, value: 1 });
    expect(work.begun()).toEqual([0, 1, 2, 3]);
    work.finish(3);
    await results.return(undefined);
  });

  it("throws what fails in its turn, ends the rest and awaits it", async () => {
    const events: string[] = [];
    const begin = async (item: number): Promise<number> => {
      await setTimeout(item === 3 ? 20 : 0);
      events.push(`done ${item}`);
      if (item === 1) throw new Error("the disk is full");
      return item;
    };
    const stop = async (): Promise<void> => void events.push("end");
    const results = workAhead([0, 1, 2, 3, 4], { ahead: 4, begin, end: stop });
    expect(await results.next()).toEqual({ done: false, value: 0 });
    await expect(results.next()).rejects.toThrow("the disk is full");
    expect(events).toContain("end");
    expect(events).toContain("done 3");
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it("ends when no more is wanted", async () => {
    const events: string[] = [];
    const begin = async (item: number): Promise<number> => {
      await setTimeout(5);
      events.push(`done ${item}`);
      return item;
    };
    const stop = async (): Promise<void> => void events.push("end");
    const results = workAhead([0, 1, 2, 3], { ahead: 2, begin, end: stop });
    await results.next();
    await results.return(undefined);
    expect(events.toSorted()).toEqual(["done 0", "done 1", "end"]);
  });
});
