import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { startGongkai } from "../gongkai-process.ts";
import { listen, makeData } from "./own-host.ts";

const sourcesSchema = z.object({
  sources: z.array(z.looseObject({ id: z.string(), addresses: z.looseObject({ done: z.int() }) })),
});

it("shows the crawl of the demo while the search engine has not answered yet", async () => {
  const engine = await listen(createServer(() => {}));
  const up = startGongkai(["up"], makeData(), { MEILI_URL: `http://127.0.0.1:${engine}` });
  onTestFinished(async () => {
    up.child.kill("SIGKILL");
    await up.finished;
  });
  const find = () => /watched at (http:\S+)\/sources/u.exec(up.read().err)?.[1];
  while (find() === undefined && up.child.exitCode === null)
    await Promise.race([once(up.child.stderr ?? up.child, "data"), up.finished]);
  const url = find() ?? "";
  const page = await fetch(`${url}/sources`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("demo-qingshan")]);
  const search = await fetch(`${url}/api/search?q=${encodeURIComponent("信息公开")}`);
  expect([search.status, search.headers.get("retry-after")]).toEqual([503, "2"]);
  const health = await fetch(`${url}/healthz`);
  expect(await health.json()).toMatchObject({ engine: "unavailable", store: "ok" });
  for (let done = 0; done === 0 && up.child.exitCode === null; await setTimeout(200)) {
    const { sources } = sourcesSchema.parse(await (await fetch(`${url}/api/sources`)).json());
    done = sources.reduce((sum, { addresses }) => sum + addresses.done, 0);
  }
  expect(up.read().out).not.toContain("listening on");
  expect(up.child.exitCode).toBeNull();
});
