import { availableParallelism } from "node:os";
import type { ScanOptions } from "../indexer/extract/ocr/scan-options.ts";
import { openRecognizerOnDemand } from "../indexer/ocr/open-recognizer-on-demand.ts";
import type { CommandContext } from "./command.ts";

/** How a command reads pictures, null where the settings say that it does not. */
export interface OpenScan {
  readonly scan: ScanOptions | null;
  readonly close: () => Promise<void>;
}

/** Readies text recognition where it is switched on; it starts with the first picture and says how far it is. */
export function openScan({ config, terminal, stop }: CommandContext): OpenScan {
  if (config.ocr === "off") return { scan: null, close: async () => {} };
  const { recognize, unpack, close } = openRecognizerOnDemand(availableParallelism());
  const onProgress = (done: number, all: number): void =>
    terminal.say(`recognized page ${done} of ${all}`);
  return { scan: { recognize, unpack, onProgress, signal: stop }, close };
}
