import type { EmbeddedEngine } from "./embedded-engine.ts";

export interface SharedOptions {
  readonly url: string;
  readonly key: string;
  /** Whether the process that started the server still keeps it. */
  readonly isKept: () => Promise<boolean>;
  /** Starts a server at the same address, or finds that another process has. */
  readonly takeOver: () => Promise<EmbeddedEngine>;
  readonly report: (sentence: string) => void;
}

const checkEvery = 250;

/**
 * The use of a server that another process keeps. When that process ends, its server ends with it (an import
 * finishes while the site is up), and this process starts one at the same address in its place.
 */
export class SharedEngine implements EmbeddedEngine {
  readonly owned = false;
  readonly #options: SharedOptions;
  readonly #timer: NodeJS.Timeout;
  #check: Promise<void> = Promise.resolve();
  #busy = false;
  #successor: EmbeddedEngine | null = null;

  constructor(options: SharedOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#startCheck(), checkEvery).unref();
  }

  get url(): string {
    return this.#options.url;
  }

  get key(): string {
    return this.#options.key;
  }

  readonly close = async (): Promise<void> => {
    clearInterval(this.#timer);
    await this.#check;
    await this.#successor?.close();
  };

  #startCheck(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#check = this.#replaceIfGone().finally(() => {
      this.#busy = false;
    });
  }

  async #replaceIfGone(): Promise<void> {
    try {
      if (await this.#options.isKept()) return;
      this.#successor = await this.#options.takeOver();
      clearInterval(this.#timer);
      this.#options.report("The process that kept the search engine ended; it goes on here.");
    } catch (error) {
      this.#options.report(error instanceof Error ? error.message : String(error));
    }
  }
}
