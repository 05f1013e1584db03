import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { runProgram } from "../../command/run-program.ts";
import { buildSources } from "../../command/sources.ts";
import { parseConfig } from "../../config.ts";
import { openCorpus } from "../../corpus/main.ts";
import type { Render } from "../../corpus/source.ts";
import { loadSources, saveSources } from "../../corpus/store/sources.ts";
import {
  openSmallPortal,
  type Pages,
  type SmallPortal,
  writePage,
} from "../crawler/sources/open-small-portal.ts";
import { openMemoryTerminal } from "./memory-terminal.ts";

type Env = Readonly<Record<string, string>>;

interface RunOptions {
  /** What the person at the terminal says; null without a terminal. */
  readonly answer?: boolean | null;
  readonly env?: Env;
}

/** A column with one report, and the pages of a portal with two columns. */
export const column = writePage("政府信息公开年报", [
  ["/zwgk/zfxxgknb/202401/t20240119_1.html", "青山县2023年政府信息公开工作年度报告"],
]);
export const pages: Pages = {
  "/": writePage("青山县人民政府门户网站", [
    ["/zwgk/zfxxgknb/", "政府信息公开年报"],
    ["/lxz/zfxxgknb/", "落霞镇政府信息公开年报"],
  ]),
  "/zwgk/zfxxgknb/": column,
  "/lxz/zfxxgknb/": column,
};

/** The command over a data folder of its own, with a portal on loopback. */
export class SourcesRun {
  readonly folder = mkdtempSync(join(tmpdir(), "gongkai-sources-command-"));
  #portal: SmallPortal | null = null;

  constructor() {
    copyFileSync(inject("emptyStore"), join(this.folder, "gongkai.db"));
  }

  get heard(): SmallPortal["heard"] {
    return this.#portal?.heard ?? [];
  }

  readConfig(env: Env = {}) {
    return parseConfig({ GONGKAI_DATA: this.folder, ...env });
  }

  async run(words: readonly string[], { answer = null, env = {} }: RunOptions = {}) {
    const { terminal, read } = openMemoryTerminal();
    const asked: string[] = [];
    const ask = (question: string) => {
      asked.push(question);
      return Promise.resolve(answer === true);
    };
    const code = await runProgram(["sources", ...words], {
      version: "1",
      commands: [buildSources(() => (answer === null ? null : ask))],
      readConfig: () => this.readConfig(env),
      terminal,
    });
    return { code, asked, ...read() };
  }

  async listHeld() {
    const { store, close } = await openCorpus(this.readConfig());
    const held = await loadSources(store);
    await close();
    return held;
  }

  async listAdded() {
    return (await this.listHeld()).filter(({ origin }) => origin === "added");
  }

  /** Serves pages; the address without a path. */
  async openPortal(served: Pages): Promise<string> {
    this.#portal = await openSmallPortal(served);
    return `http://127.0.0.1:${this.#portal.port}`;
  }

  /** Keeps sources of these ids, each at the path of its id; `home` is a portal. */
  async hold(entry: string, ids: readonly string[], render: Render = "http"): Promise<void> {
    const { store, close } = await openCorpus(this.readConfig());
    const sources = ids.map((id) => ({
      id,
      division: "990121",
      agency: null,
      entry: `${entry}/${id}/`,
      kind: id === "home" ? ("portal" as const) : ("column" as const),
      render,
      notes: "",
    }));
    await saveSources(store, sources, "added");
    await close();
  }

  async close(): Promise<void> {
    await this.#portal?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
