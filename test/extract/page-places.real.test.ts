/// <reference lib="dom" />
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import type { Fact } from "../../corpus/fact.ts";
import { findBrowser, openBrowser } from "../web/open-browser.ts";
import { escapeHtml, layouts } from "./layouts.ts";
import { dropSpace } from "./read-place.ts";
import { readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

/** What pages have around and within their text that a DOM counts, or does not. */
const clutter =
  "<!-- 9 --><script>var nine = '9';</script><style>p{margin:9px}</style><template><b>9</b></template><textarea>\n9</textarea>";
const hidden = '<span style="display:none">9</span>';

/** The pages by name: tables with spans, and flat texts as one block. */
const pages = layouts.map((layout): readonly [string, string] => {
  const report = writeReport(form2021, layout, numberAll(form2021));
  const text = escapeHtml(report).replaceAll(/\d+/gu, `${hidden}<i>$&</i>`);
  const block = `<div>${clutter}${text.replaceAll("\n", `\r\n<br>${clutter}`)}</div>`;
  const body = layout.isHtml ? report : `<html><body>${block}</body></html>`;
  return [layout.name, body];
});

let browser: Browser;
let page: Page;

/** What a browser's own DOM holds at the places of the facts; null where they have no offsets. */
function readInBrowser(facts: readonly Fact[]): Promise<readonly (string | null)[]> {
  const places = facts.map(({ at }) => (at.in === "html" ? at : null));
  return page.evaluate(
    (all) =>
      all.map((at) => {
        const text = at && document.querySelector(at.selector)?.textContent;
        return text && at.start !== undefined ? text.slice(at.start, at.end) : null;
      }),
    places,
  );
}

describe.skipIf(findBrowser() === null)("in the DOM of a real browser the places", () => {
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it.each(pages)("of %s hold every number", async (_, html) => {
    const { facts } = readText(html);
    await page.setContent(html);
    const found = await readInBrowser(facts);
    expect(facts.filter(({ value }) => value !== null).length).toBeGreaterThan(150);
    expect(found.map((words) => dropSpace(words ?? ""))).toEqual(
      facts.map(({ raw }) => dropSpace(raw)),
    );
  });
});
