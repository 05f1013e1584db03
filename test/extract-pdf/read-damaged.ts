// Reads damaged copies of a PDF in a process of its own: node --import tsx read-damaged.ts <file> <count> <seed>.
// Prints how many were read and how many were refused; anything else ends the process with a fault.
import { readFileSync } from "node:fs";
import { readPdf } from "../../indexer/extract/pdf/read-pdf.ts";
import { UnreadableFile } from "../../indexer/extract/unreadable-file.ts";
import { damageFile } from "./damage-file.ts";

const [file = "", count = "0", seed = "1"] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const outcomes = { read: 0, refused: 0 };
for (let at = 0; at < Number(count); at++) {
  try {
    await readPdf(damageFile(bytes, Number(seed) + at));
    outcomes.read++;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    outcomes.refused++;
  }
}
process.stdout.write(JSON.stringify(outcomes));
