import { load } from "cheerio";
import { expect, test } from "vitest";
import { searchResultSchema } from "../../search/search-result.ts";
import { createApp } from "../../server/app.ts";
import { buildDeps } from "../server/fixtures.ts";

const app = createApp(buildDeps());

async function readLinks(path: string): Promise<readonly (string | undefined)[]> {
  const response = await app.request(path, { headers: { accept: "text/html" } });
  const $ = load(await response.text());
  return $(".export-links a")
    .toArray()
    .map((link) => $(link).attr("href"));
}

test("the results lead to files of all that is counted, whatever page and order is looked at", async () => {
  const q = encodeURIComponent("行政处罚");
  const plain = [`/api/search.csv?q=${q}&year=2024`, `/api/search.json?q=${q}&year=2024`];
  expect(await readLinks(`/?q=${q}&year=2024`)).toEqual(plain);
  expect(await readLinks(`/?q=${q}&year=2024&sort=newest&group=none&size=1&verbatim=1`)).toEqual(
    plain,
  );
  for (const link of plain) {
    const file = await app.request(link);
    const found = await app.request(link.replace(/search\.\w+/, "search"));
    const { total } = searchResultSchema.parse(await found.json());
    expect([link, file.status, file.headers.get("x-total")]).toEqual([link, 200, String(total)]);
  }
});

test("words that took the place of others are those of the files", async () => {
  const typed = encodeURIComponent("青和县");
  const meant = encodeURIComponent("青禾县");
  expect((await readLinks(`/?q=${typed}`))[0]).toBe(`/api/search.csv?q=${meant}`);
});

test("nothing is offered where nothing is counted", async () => {
  expect(await readLinks(`/?q=${encodeURIComponent("无人写过的话")}`)).toEqual([]);
});
