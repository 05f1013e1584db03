import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import { loadSourceHints } from "../../../corpus/store/load-source-hints.ts";
import { countSources } from "../../../corpus/store/source-counts.ts";
import type { Network } from "../../../crawler/crawl/crawl-parts.ts";
import { buildFailure } from "../../../crawler/http/fetch-failed.ts";
import { buildAnswer } from "./build-answer.ts";
import {
  buildClaimable,
  buildNetwork,
  buildPageAnswer,
  ClaimedVisits,
  formatAt,
} from "./claimed-visits.ts";

let visits: ClaimedVisits;
beforeEach(async () => {
  visits = await ClaimedVisits.open();
});
afterEach(() => visits.close());

async function listHints() {
  return (await loadSourceHints(visits.store, ["qingshan"])).map(({ hint }) => hint);
}

describe("a list that says how many pages it has", () => {
  const post = () => `<a href="javascript:__doPostBack('pager','2')">下一页</a>`;

  /** Page `page` of three; `link` is what it has to the next one. */
  const write = (url: string, page: number, link: string) => {
    const rows = [1, 2].map(
      (at) => `<li><a href="/nb/${page}${at}.html">县水利局2023年年报</a></li>`,
    );
    return buildPageAnswer(url, `<ul>${rows.join("")}</ul>第${page}页/共3页 ${link}`);
  };

  /** The list at `/nb/list.html`, `list_1.html` and `list_2.html`, as far as these are there. */
  const show = (link: (page: number) => string, isThere: RegExp): Network =>
    buildNetwork(async ({ url }) => {
      const { pathname } = new URL(url);
      if (!isThere.test(pathname))
        throw buildFailure("not-found", "It is not there.", { fetched: buildAnswer(url, 404) });
      const page = Number(/_(\d)\.html/u.exec(pathname)?.[1] ?? 0) + 1;
      return write(url, page, link(page));
    });

  const crawl = async (network: Network) => {
    const { db } = visits.store;
    await addAddresses(visits.store, [buildClaimable("/nb/list.html", "column")], formatAt(0));
    await visits.prepare();
    for (let asked = 0; asked < 20; asked += 1) {
      await db.updateTable("address").set({ state: "done" }).where("role", "=", "report").execute();
      const due = (await visits.listAddresses()).filter(({ state }) => state === "due");
      if (due.length > 0) await visits.handle(network, 60_000);
    }
  };

  it("is told of where a script leads to the others", async () => {
    await crawl(show(post, /\/list\.html$/u));
    const hints = await listHints();
    expect(hints.map(({ kind }) => kind)).toEqual(["pages-left"]);
    expect(hints[0]?.sentence).toContain("3 pages, and only 1 could be reached");
    const { counts } = await countSources(visits.store);
    expect(counts.get("qingshan")?.hints).toEqual(hints);
  });

  it("is told of where every address shows its first page", async () => {
    await crawl(buildNetwork(async ({ url }) => write(url, 1, post())));
    expect((await listHints()).map(({ kind }) => kind)).toEqual(["pages-left"]);
  });

  it.each([
    ["its links lead to them", (page: number) => `<a href="list_${page}.html">下一页</a>`],
    ["they are named as usual", () => ""],
  ])("is not told of where %s", async (_, link) => {
    await crawl(show(link, /list(?:_[12])?\.html$/u));
    expect(await listHints()).toEqual([]);
  });
});

it("a source is told of where nothing that was found is a report", async () => {
  await addAddresses(visits.store, [buildClaimable("/", "entry")], formatAt(0));
  await visits.prepare();
  await visits.handle(buildNetwork(async ({ url }) => buildAnswer(url, 200)));
  expect((await listHints()).map(({ kind }) => kind)).toEqual(["no-report"]);
});
