import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildRequest } from "../../../corpus/address.ts";
import { openRenderer, type Renderer } from "../../../crawler/browser/open-renderer.ts";
import type { RenderLimits, RenderOptions } from "../../../crawler/browser/render-options.ts";
import type { Rendered } from "../../../crawler/browser/rendered.ts";
import type { GivenOptions } from "../../../crawler/http/client-options.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import { buildTestOptions, host, writeAnswer } from "../http/fetch-from.ts";
import { type HeardRequest, openRawServer } from "../http/open-server.ts";

/** What lies at a path: a page, or a raw answer; null for one that never comes. */
export type Shelf = Readonly<Record<string, string | Uint8Array | null>>;

export interface TestRenderer {
  readonly renderer: Renderer;
  readonly port: number;
  readonly heard: readonly HeardRequest[];
  /** Hosts with paths, as they were asked for. */
  readonly listHeard: () => readonly string[];
  readonly render: (path: string, given?: Partial<RenderOptions>) => Promise<Rendered>;
  /** Ids of the browser's processes: those that name its profile, which lies in a folder of this test. */
  readonly listProcesses: (mark?: string) => readonly number[];
  readonly listProfiles: () => readonly string[];
  readonly close: () => Promise<void>;
}

export interface TestRendererOptions {
  readonly executable: string;
  readonly shelf: Shelf;
  readonly limits?: Partial<RenderLimits>;
  readonly client?: Partial<GivenOptions>;
}

const json = ["Content-Type: application/json"];
const script = ["Content-Type: text/javascript"];

export function answerJson(value: unknown): Uint8Array {
  return writeAnswer(JSON.stringify(value), { fields: json });
}

export function answerScript(text: string): Uint8Array {
  return writeAnswer(text, { fields: script });
}

/** A renderer over a server on loopback that all names lead to. */
export async function openTestRenderer(options: TestRendererOptions): Promise<TestRenderer> {
  const { executable, shelf, limits, client: given } = options;
  const folder = mkdtempSync(join(tmpdir(), "gk-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = folder;
  const server = await openRawServer(({ path, headers }) => {
    const page = shelf[`${headers["host"]}${path}`] ?? shelf[path];
    if (page === null) return null;
    if (page === undefined) return writeAnswer("没有这个页面", { status: "404 Not Found" });
    if (typeof page === "string") return writeAnswer(page, { fields: ["Content-Type: text/html"] });
    return page;
  });
  const client = openClient(buildTestOptions(server.port, given));
  const { userAgent } = buildTestOptions(server.port);
  const renderer = openRenderer({ executable, client, userAgent, ...(limits ? { limits } : {}) });
  return {
    renderer,
    port: server.port,
    heard: server.heard,
    listHeard: () => server.heard.map(({ headers, path }) => `${headers["host"]}${path}`),
    render: (path, more) =>
      renderer.render(buildRequest(`http://${host}${path}`), {
        habits: noHabits,
        signal: new AbortController().signal,
        mayFetch: (url) => new URL(url).hostname === host,
        ...more,
      }),
    listProcesses: (mark = "") => findProcesses(folder, mark),
    listProfiles: () => readdirSync(folder),
    close: async () => {
      await renderer.close();
      client.close();
      await server.close();
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findProcesses(folder: string, mark: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .filter((name) => {
      const line = readCommandLine(name);
      return line.includes(folder) && line.includes(mark);
    })
    .map(Number);
}

function readCommandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
