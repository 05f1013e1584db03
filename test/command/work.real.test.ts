import { once } from "node:events";
import { createServer as createHost } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../corpus/store/open-store.ts";
import { requestVisits } from "../../corpus/store/schedule.ts";
import { type GongkaiProcess, startGongkai } from "../gongkai-process.ts";
import { findClosedPort, listen, openOwnSource } from "./own-host.ts";

/** A data folder with a source on this machine that somebody asked to crawl. */
async function openWanted(port: number): Promise<string> {
  const data = await openOwnSource(`http://127.0.0.1:${port}/`);
  await wantOwn(data);
  return data;
}

/** Somebody asks for a crawl of the source. */
async function wantOwn(data: string): Promise<void> {
  const store = await openStore({ file: join(data, "gongkai.db") });
  await requestVisits(store, ["own"], new Date().toISOString());
  await store.close();
}

function startWorker(data: string, enginePort: number): GongkaiProcess {
  const env = { MEILI_URL: `http://127.0.0.1:${enginePort}` };
  const worker = startGongkai(["work"], data, env);
  onTestFinished(async () => {
    worker.child.kill("SIGKILL");
    await worker.finished;
  });
  return worker;
}

it("a worker crawls before the search engine has answered", async () => {
  const asked: string[] = [];
  const host = createHost(({ url = "" }, response) => {
    asked.push(url);
    response.writeHead(404).end();
  });
  const data = await openWanted(await listen(host));
  const engine = createServer(() => {});
  const worker = startWorker(data, await listen(engine));
  await Promise.race([once(host, "request"), worker.finished]);
  expect([asked, worker.child.exitCode]).toEqual([["/robots.txt"], null]);
});

it("a worker without a search engine crawls on, and says that indexing waits", async () => {
  const host = createHost((_, response) => void response.writeHead(404).end());
  const data = await openWanted(await listen(host));
  const worker = startWorker(data, await findClosedPort());
  const seen = async (words: RegExp) => {
    while (!words.test(worker.read().err) && worker.child.exitCode === null)
      await Promise.race([once(worker.child.stderr ?? worker.child, "data"), worker.finished]);
    expect(worker.read().err).toMatch(words);
  };
  await seen(/indexing waits: .*search engine at .* does not answer/u);
  await seen(/own: the crawl has ended/u);
  await wantOwn(data);
  await seen(/own: the crawl has ended[^]*own: a crawl begins[^]*own: the crawl has ended/u);
  worker.child.kill("SIGTERM");
  expect((await worker.finished).code).toBe(0);
});
