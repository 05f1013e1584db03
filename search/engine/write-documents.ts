import { writePatience, type EngineClient } from "./engine-client.ts";

/** A request carries at most this many documents and, but for one large document, this many UTF-16 units. */
const maxDocuments = 5000;
const maxLength = 6_000_000;

interface Identified {
  readonly id: string;
}

/** What was handed over: the tasks to wait for, and how many documents. */
export interface WrittenDocuments {
  readonly taskIds: readonly number[];
  readonly count: number;
}

/**
 * Hands documents to the engine as NDJSON, in requests of some megabytes: the engine merges what waits, so nothing
 * is gained by larger ones, and nobody has to hold all documents. `onId` hears of every id.
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
    const body = `${lines.join("\n")}\n`;
    const { taskUid } = await engine.call(
      (client) =>
        client
          .index(index)
          .addDocumentsFromString(body, "application/x-ndjson", { primaryKey: "id" }),
      writePatience,
    );
    taskIds.push(taskUid);
    count += lines.length;
  }
  return { taskIds, count };
}

async function* readBatches<Document extends Identified>(
  documents: Iterable<Document> | AsyncIterable<Document>,
  onId: ((id: string) => void) | undefined,
): AsyncGenerator<readonly string[]> {
  let lines: string[] = [];
  let length = 0;
  for await (const document of documents) {
    const line = JSON.stringify(document);
    if (lines.length > 0 && (lines.length >= maxDocuments || length + line.length > maxLength)) {
      yield lines;
      lines = [];
      length = 0;
    }
    lines.push(line);
    length += line.length;
    onId?.(document.id);
  }
  if (lines.length > 0) yield lines;
}
