import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { syntaxGroups } from "../../search/language/syntax-rows.ts";
import { createApp } from "../../server/app.ts";
import { buildDeps } from "../server/fixtures.ts";

const app = createApp(buildDeps());

async function loadPage(path: string) {
  const response = await app.request(path, { headers: { accept: "text/html" } });
  return { $: load(await response.text()), status: response.status };
}

describe("the help page", () => {
  test("shows every row of the language with its example to try", async () => {
    const { $, status } = await loadPage("/help");
    expect(status).toBe(200);
    const examples = $(".help-page td a")
      .toArray()
      .map((link) => new URL($(link).attr("href") ?? "", "http://localhost").searchParams.get("q"));
    const rows = syntaxGroups.flatMap((group) => group.rows);
    expect(examples).toEqual(rows.map(({ example }) => example));
    for (const { meaning } of rows) expect($(".help-page").text()).toContain(meaning);
  });

  test("is linked beside the search box of every page", async () => {
    for (const path of ["/", "/?q=年报", "/help"]) {
      const { $ } = await loadPage(path);
      expect($(".search-form a[href='/help']").text().trim()).toBe("检索语法");
    }
  });
});
