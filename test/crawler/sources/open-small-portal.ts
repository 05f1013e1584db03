import type { VisitorDeps } from "../../../crawler/sources/polite-visitor.ts";
import { openClient } from "../../../crawler/http/http-client.ts";
import { buildTestOptions, writeAnswer } from "../http/fetch-from.ts";
import { type HeardRequest, openRawServer } from "../http/open-server.ts";

/** The text of a page by its path, or a whole answer; what is not there is answered with 404. */
export type Pages = Readonly<Record<string, string | Buffer>>;

export interface SmallPortal {
  readonly port: number;
  readonly heard: readonly HeardRequest[];
  /** Pauses asked for, in milliseconds; the clock jumps over them. */
  readonly waits: readonly number[];
  readonly deps: VisitorDeps;
  readonly close: () => Promise<void>;
}

/** A portal on loopback that stands for every host under `.test`; keys with `//host/path` are of that host alone. */
export async function openSmallPortal(pages: Pages): Promise<SmallPortal> {
  const server = await openRawServer((request) => answer(request, pages));
  const client = openClient(buildTestOptions(server.port));
  const waits: number[] = [];
  let time = Date.parse("2024-06-01T00:00:00.000Z");
  const wait = (ms: number) => {
    waits.push(ms);
    time += ms;
    return Promise.resolve();
  };
  const deps = { client, wait, now: () => time, signal: new AbortController().signal };
  const close = async () => {
    client.close();
    await server.close();
  };
  return { port: server.port, heard: server.heard, waits, deps, close };
}

function answer({ path, headers }: HeardRequest, pages: Pages): Buffer {
  const host = (headers["host"] ?? "").replace(/:\d+$/u, "");
  const page = pages[`//${host}${path}`] ?? pages[path];
  const fields = ["Content-Type: text/html; charset=utf-8"];
  if (page === undefined) return writeAnswer("no such page", { status: "404 Not Found", fields });
  return typeof page === "string" ? writeAnswer(page, { fields }) : page;
}

/** A page of a portal with links, `[address, words]`. */
export function writePage(
  title: string,
  links: readonly (readonly [address: string, words: string])[],
  more = "",
): string {
  const items = links.map(([address, words]) => `<li><a href="${address}">${words}</a></li>`);
  return `<!doctype html><html><head><title>${title}</title><meta name="SiteName" content="青山县人民政府"></head>
    <body><ul>${items.join("\n")}</ul>${more}<p>主办：青山县人民政府办公室</p></body></html>`;
}
