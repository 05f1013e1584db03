import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Meilisearch } from "meilisearch";
import { EngineMissing } from "../../../search/engine/engine-errors.ts";
import { locateEngine } from "../../../search/engine/locate-engine.ts";
import { startEmbeddedEngine } from "../../../search/engine/start-embedded-engine.ts";
import type { RelevanceCorpus } from "../build-corpus.ts";
import { buildRawDocument, type RawDocument } from "./raw-document.ts";
import { ProgramFailed } from "./run-program.ts";
import { SystemMissing, type OpenSystem, type System } from "./system.ts";

/** Meilisearch as it comes: the binary that ours uses, raw text, default settings, the query as typed. */
export const meilisearch: System = { name: "meilisearch", open: openMeilisearch };

async function openMeilisearch({ sections }: RelevanceCorpus): Promise<OpenSystem> {
  const program = await findProgram();
  const dataFolder = await mkdtemp(join(tmpdir(), "gongkai-relevance-"));
  const server = await startEmbeddedEngine({ dataFolder, program });
  const client = new Meilisearch({ host: server.url, apiKey: server.key });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const index = client.index<RawDocument>("sections");
    const documents = sections.map(buildRawDocument);
    const adding = index.addDocuments(documents, { primaryKey: "id" });
    const { status, error } = await adding.waitTask({ timeout: 600_000 });
    if (status !== "succeeded") throw new ProgramFailed(`Meilisearch ${status}: ${error?.message}`);
    return { search: (q, size) => askMeilisearch(client, q, size), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Asked by pages, it counts instead of estimating, up to 1,000. */
async function askMeilisearch(
  client: Meilisearch,
  q: string,
  size: number,
): ReturnType<OpenSystem["search"]> {
  const index = client.index<RawDocument>("sections");
  const answer = await index.search(q, {
    page: 1,
    hitsPerPage: size,
    attributesToRetrieve: ["id"],
  });
  return { ids: answer.hits.map(({ id }) => id), total: answer.totalHits };
}

async function findProgram(): Promise<string> {
  try {
    const location = await locateEngine({ meiliBin: process.env["MEILI_BIN"] });
    if (location.kind === "binary") return location.path;
  } catch (error) {
    if (!(error instanceof EngineMissing)) throw error;
  }
  throw new SystemMissing("Meilisearch is left out: set MEILI_BIN to its 1.21 program.");
}
