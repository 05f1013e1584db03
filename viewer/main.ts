// How an original is shown: bytes from the archive → one HTML document without scripts that loads nothing.
//   main.ts              a pool of threads, each job with a time and a memory limit
//   show-original.ts     what kind of file it is, and who draws it
//   show-markup.ts       pages and Word documents: allowed elements, attributes and styles only
//   find-words.ts        the nodes of a page that hold a number
//   show-pdf.ts          a page of a PDF as a picture
//   show-text.ts, show-workbook.ts, show-ofd.ts, show-pictures.ts
//   build-document.ts    the frame around all of them
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import { buildFailure } from "./build-document.ts";
import type { OriginalJob } from "./original-job.ts";

/** A document to be shown in a sandbox; where the original cannot be shown it says so, and `reason` why. */
export type ShownDocument =
  | { readonly state: "shown"; readonly html: string }
  | { readonly state: "failed"; readonly html: string; readonly reason: string };

export interface Viewer {
  /** Never rejects, and takes not much longer than its time limit once its turn has come. The same is drawn once. */
  readonly show: (job: OriginalJob) => Promise<ShownDocument>;
  readonly close: () => Promise<void>;
}

/** Milliseconds for one original, megabytes of a thread's heap, originals that may wait. */
export interface ViewerLimits {
  readonly patience: number;
  readonly heap: number;
  readonly queue: number;
}

const usualLimits: ViewerLimits = { patience: 20_000, heap: 384, queue: 24 };
const mostThreads = 2;
/** A thread that nobody needs ends after this many milliseconds. */
const idlePatience = 120_000;

/** Starts no thread before the first original is asked for. Close it to end them. */
export function openViewer(limits: ViewerLimits = usualLimits): Viewer {
  const pool = new Piscina<OriginalJob, string>({
    filename: fileURLToPath(new URL("viewer-thread.js", import.meta.url)),
    name: "showOriginal",
    minThreads: 0,
    maxThreads: mostThreads,
    idleTimeout: idlePatience,
    resourceLimits: { maxOldGenerationSizeMb: limits.heap },
  });
  // None waits in the pool, where its time would run already.
  const limit = pLimit(mostThreads);
  const underWay = new Map<string, Promise<ShownDocument>>();
  const draw = async (job: OriginalJob): Promise<ShownDocument> => {
    try {
      const html = await pool.run(job, { signal: AbortSignal.timeout(limits.patience) });
      return { state: "shown", html };
    } catch (cause) {
      return fail(readReason(cause));
    }
  };
  const show = async (job: OriginalJob): Promise<ShownDocument> => {
    const key = `${job.address} ${job.page ?? ""}`;
    const known = underWay.get(key);
    if (known) return known;
    if (underWay.size >= limits.queue + mostThreads)
      return { ...fail("too many originals wait already"), html: buildFailure(true) };
    const shown = limit(() => draw(job)).finally(() => underWay.delete(key));
    underWay.set(key, shown);
    return shown;
  };
  return { show, close: () => pool.destroy() };
}

/** What went wrong; errors of a thread may arrive as plain objects that keep less than they were. */
function readReason(cause: unknown): string {
  return cause instanceof Error ? cause.message : JSON.stringify(cause);
}

function fail(reason: string): ShownDocument {
  return { state: "failed", html: buildFailure(false), reason };
}
