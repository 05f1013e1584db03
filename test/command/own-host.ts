import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHost, type RequestListener } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Source } from "../../corpus/source.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { saveSources } from "../../corpus/store/sources.ts";

/** The port that a server listens on until the test ends. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A host of this machine until the test ends; its address ends with a slash. */
export async function openHost(answer: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createHost(answer))}/`;
}

/** A port on this machine on which nobody listens. */
export async function findClosedPort(): Promise<number> {
  const closed = createServer();
  const port = await listen(closed);
  closed.close();
  return port;
}

/** A data folder for one test. */
export function makeData(): string {
  const data = mkdtempSync(join(tmpdir(), "gongkai-own-"));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  return data;
}

/** A data folder that holds a source of 青山县 with this entry. */
export async function openOwnSource(
  entry: string,
  given: Partial<Source> = {},
  data: string = makeData(),
): Promise<string> {
  const store = await openStore({ file: join(data, "gongkai.db") });
  const source = { id: "own", division: null, agency: "青山县人民政府", entry, notes: "虚构" };
  await saveSources(store, [{ ...source, kind: "portal", render: "http", ...given }], "added");
  await store.close();
  return data;
}
