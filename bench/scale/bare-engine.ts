import { Meilisearch } from "meilisearch";
import { buildIndexSettings, type IndexName } from "../../search/documents/index-settings.ts";

/** The engine by its own client alone: indexes of the same settings, and documents as they come. */
export class BareEngine {
  readonly #client: Meilisearch;
  readonly #tasks: number[] = [];

  constructor({ url, key }: { readonly url: string; readonly key: string }) {
    this.#client = new Meilisearch({ host: url, apiKey: key });
  }

  async makeIndexes(): Promise<void> {
    for (const name of ["sections", "reports"] as const) {
      await this.#client.createIndex(`bare_${name}`, { primaryKey: "id" }).waitTask();
      await this.#client.index(`bare_${name}`).updateSettings(buildIndexSettings(name)).waitTask();
    }
  }

  /** Takes documents as lines of JSON; resolves when they are handed over. */
  async add(name: IndexName, lines: string): Promise<void> {
    const index = this.#client.index(`bare_${name}`);
    const { taskUid } = await index.addDocumentsFromString(lines, "application/x-ndjson");
    this.#tasks.push(taskUid);
  }

  /** Resolves when all that was handed over can be found. */
  async wait(): Promise<void> {
    await this.#client.tasks.waitForTasks(this.#tasks, { timeout: 0, interval: 200 });
  }

  async remove(): Promise<void> {
    for (const name of ["sections", "reports"])
      await this.#client.deleteIndex(`bare_${name}`).waitTask();
  }
}
