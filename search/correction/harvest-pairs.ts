import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Engine } from "../engine/engine.ts";
import { decodePair } from "../grams/decode-pair.ts";
import { readCandidates } from "../strict/read-candidates.ts";
import { PairTable } from "./pair-table.ts";

const textSchema = z.object({
  grams: z.object({ title: z.string(), heading: z.string(), content: z.string() }),
});
const everything = {
  text: "",
  filter: [],
  fields: ["grams.title", "grams.heading", "grams.content"],
  byReport: false,
};
/** Between two blocks others are answered. */
const pauseMs = 5;
/** Texts whose pairs are counted in one go: a few milliseconds. */
const countedAtOnce = 50;

/**
 * Reads all sections and counts which characters stand side by side; null where `isStopped` told to stop. Takes about
 * 0.1 ms of each of the engine and of us for a section. @throws EngineUnavailable, EngineRefused
 */
export async function harvestPairs(
  engine: Pick<Engine, "multiSearch">,
  isStopped: () => boolean,
): Promise<PairTable | null> {
  const pairs = new PairTable();
  for await (const block of readCandidates(everything, engine)) {
    if (isStopped()) return null;
    const texts = (block ?? []).map((hit) => textSchema.parse(hit));
    for (const [at, { grams }] of texts.entries()) {
      if (at % countedAtOnce === 0) await sleep(pauseMs);
      for (const text of [grams.title, grams.heading, grams.content]) countPairs(text, pairs);
    }
  }
  return pairs;
}

function countPairs(grams: string, pairs: PairTable): void {
  for (const gram of grams.split(" ")) {
    const pair = decodePair(gram);
    if (pair !== null) pairs.add(...pair);
  }
}
