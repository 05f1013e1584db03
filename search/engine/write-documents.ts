import { z } from "zod";
import type { EngineClient } from "./engine-client.ts";
import { ReadyDocument } from "./ready-document.ts";

/** A request carries at most this many bytes, but for one large document; the engine takes 100 MB. */
const maxBytes = 24_000_000;

const newLine = Buffer.from("\n");

interface Identified {
  readonly id: string;
}

/** What was handed over: the tasks to wait for, and how many documents. */
export interface WrittenDocuments {
  readonly taskIds: readonly number[];
  readonly count: number;
}

const answerSchema = z.object({ taskUid: z.int() });

/**
 * Hands documents to the engine as NDJSON, in requests of some megabytes, so that nobody has to hold all documents. The
 * engine merges what waits, but begins at once with the first request: a small one makes it go through its index once
 * more. `onId` hears of every id.
 */
export async function writeDocuments<Document extends Identified>(
  engine: EngineClient,
  index: string,
  source: {
    readonly documents: Iterable<Document> | AsyncIterable<Document>;
    readonly onId?: (id: string) => void;
  },
): Promise<WrittenDocuments> {
  const taskIds: number[] = [];
  let count = 0;
  for await (const lines of readBatches(source.documents, source.onId)) {
    const body = Buffer.concat(lines.flatMap((line) => [line, newLine]));
    const answer = await engine.postLines(`indexes/${index}/documents?primaryKey=id`, body);
    taskIds.push(answerSchema.parse(answer).taskUid);
    count += lines.length;
  }
  return { taskIds, count };
}

async function* readBatches<Document extends Identified>(
  documents: Iterable<Document> | AsyncIterable<Document>,
  onId: ((id: string) => void) | undefined,
): AsyncGenerator<readonly Buffer[]> {
  let lines: Buffer[] = [];
  let bytes = 0;
  for await (const document of documents) {
    const { line } = document instanceof ReadyDocument ? document : new ReadyDocument(document);
    if (lines.length > 0 && bytes + line.length > maxBytes) {
      yield lines;
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += line.length;
    onId?.(document.id);
  }
  if (lines.length > 0) yield lines;
}
