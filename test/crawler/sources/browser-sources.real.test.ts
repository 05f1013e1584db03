import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import type { Render } from "../../../corpus/source.ts";
import { openRenderer, type Renderer } from "../../../crawler/browser/open-renderer.ts";
import { checkSource } from "../../../crawler/sources/check-source.ts";
import { discoverColumns } from "../../../crawler/sources/discover-columns.ts";
import { PoliteVisitor } from "../../../crawler/sources/polite-visitor.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import { openTestArchive, type TestArchive } from "../../archive/open-test-archive.ts";
import { findTestChromium } from "../browser/find-test-chromium.ts";
import { buildTestOptions } from "../http/fetch-from.ts";
import { openSmallPortal, type SmallPortal, writePage } from "./open-small-portal.ts";

const executable = findTestChromium();
const host = "http://www.qingshan.gov.test";
const gazetteer = loadGazetteer([demoDivisions]);

/** Its links come from its script. */
const made = (title: string, address: string, words: string): string =>
  writePage(
    title,
    [],
    `<script>
      const link = Object.assign(document.createElement("a"), { href: "${address}" });
      link.textContent = "${words}";
      document.querySelector("ul").append(link);
    </script>`,
  );
const report = "青山县2023年政府信息公开工作年度报告";

describe.skipIf(executable === null)("sources that a browser must show", () => {
  let portal: SmallPortal;
  let renderer: Renderer;
  let held: TestArchive;
  beforeEach(async () => {
    portal = await openSmallPortal({
      "/": made("青山县人民政府门户网站", "/zwgk/zfxxgknb/", "政府信息公开年报"),
      "/zwgk/zfxxgknb/": made("政府信息公开年报", "/zwgk/zfxxgknb/1.html", report),
    });
    const { userAgent } = buildTestOptions(portal.port);
    const { client } = portal.deps;
    renderer = openRenderer({ executable: executable ?? "", client, userAgent });
    held = await openTestArchive();
  });
  afterEach(async () => {
    await renderer.close();
    await portal.close();
    await held.close();
  });

  const buildDeps = () => ({
    ...portal.deps,
    openRenderer: async () => renderer,
    keeping: { archive: held.archive, role: "discovery", complain: () => {} } as const,
  });
  const discover = (render: Render) =>
    discoverColumns(`${host}/`, { ...buildDeps(), gazetteer, render });

  it("are discovered with it, and their pages archived as it shows them", async () => {
    expect((await discover("http")).columns).toEqual([]);
    const { columns } = await discover("browser");
    expect(columns).toMatchObject([{ url: `${host}/zwgk/zfxxgknb/`, years: [2023] }]);
    const rows = await held.store.db
      .selectFrom("archive_record")
      .where("target", "like", "urn:dom:%")
      .select("digest")
      .execute();
    const texts = await Promise.all(rows.map(({ digest }) => held.archive.read(digest)));
    const shown = texts.map((bytes) => Buffer.from(bytes ?? []).toString());
    expect(shown.some((text) => text.includes(`>${report}</a>`))).toBe(true);
  });

  it("are checked with it", async () => {
    const place = { division: "990121", agency: null, entry: `${host}/`, notes: "" };
    const check = (render: Render) => {
      const deps = buildDeps();
      const source = { id: "qingshan", ...place, kind: "portal", render } as const;
      return checkSource(source, { visitor: new PoliteVisitor(deps), now: deps.now });
    };
    expect(await check("http")).toMatchObject({ failure: null, columns: 0 });
    expect(await check("browser")).toMatchObject({ failure: null, columns: 1 });
  });
});
