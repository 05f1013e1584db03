import { readFile } from "node:fs/promises";
import nodejieba from "nodejieba";
import { z } from "zod";
import { SpelledWords } from "./spelled-words.ts";

/** Where nodejieba keeps its dictionary, which its types do not know. */
const placeSchema = z.object({ DEFAULT_DICT: z.string() });

/** Lines that are read in one go: a few milliseconds. */
const readAtOnce = 1_000;

/** Reads the segmenter's dictionary little by little (about a second in all), so that others have their turn. */
export async function loadSpelledWords(): Promise<SpelledWords> {
  const text = await readFile(placeSchema.parse(nodejieba).DEFAULT_DICT, "utf8");
  const words = new SpelledWords([]);
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += readAtOnce) {
    words.add(lines.slice(at, at + readAtOnce));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return words;
}
