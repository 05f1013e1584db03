import { describe, expect, it } from "vitest";
import { decodeText } from "../../corpus/charset.ts";
import type { Portal } from "../../demo/portal/portal.ts";
import { buildFamilyPortals } from "../../demo/portal/test-portals.ts";

const portals = buildFamilyPortals(1);

interface Question {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: number;
}

function find(id: string): Portal {
  const portal = portals.find((one) => one.id === id);
  if (!portal) throw new Error(`There is no portal ${id}.`);
  return portal;
}

async function ask(id: string, path: string, question: Question = {}) {
  const { method = "GET", body = "", headers = {}, at = 1_700_000_000_000 } = question;
  const { signal } = new AbortController();
  const url = new URL(path, `http://www.${id}.gov.test`);
  const served = await find(id).hosts[0]?.serve({ url, method, headers, body, at, signal });
  if (!served || "write" in served) throw new Error(`${path} is not served.`);
  const { text } = decodeText(Buffer.from(served.body), null);
  return { ...served, text };
}

const count = (text: string, part: RegExp): number => [...text.matchAll(part)].length;

describe("family behaviours", () => {
  it("1: TRS tells more pages than it keeps, and gives stubs for them", async () => {
    const column = "/zwgk/zfxxgk/zfxxgknb/";
    const { text } = await ask("trs", column);
    const [, total = "0", current] =
      /createPageHTML\((\d+), (\d+), "index", "html"\)/u.exec(text) ?? [];
    expect(current).toBe("0");
    const last = await ask("trs", `${column}index_${Number(total) - 1}.html`);
    expect(last.status).toBe(200);
    expect(last.text.length).toBeLessThan(400);
    expect(last.text).not.toContain("createPageHTML");
    expect((await ask("trs", `${column}index_1.html`)).text).toContain("<li>");
  });

  it("2: dataproxy ignores startrecord, honours page, caps perpage", async () => {
    const list = (query: string) =>
      ask("dataproxy", `/module/web/jpage/dataproxy.jsp?columnid=1229114055&unitid=4321&${query}`);
    const first = await list("startrecord=1&endrecord=45&perpage=45&page=1");
    expect(count(first.text, /<record>/gu)).toBe(10);
    expect((await list("startrecord=16&endrecord=30&perpage=45")).text).toBe(first.text);
    expect((await list("page=2&perpage=45")).text).not.toBe(first.text);
  });

  it("3: search.jsp answers a POST alone, with papers of other columns", async () => {
    const form = "area=11990121004326403Q&infotypeId=A0203&currpage=1";
    const { text } = await ask("xxgksearch", "/module/xxgk/search.jsp", {
      method: "POST",
      body: form,
    });
    expect(count(text, /art_1229403_/gu)).toBeGreaterThan(3);
    expect(count(text, /art_1229777_/gu)).toBeGreaterThan(0);
    expect((await ask("xxgksearch", `/module/xxgk/search.jsp?${form}`)).text).not.toContain("art_");
    const foreign = find("xxgksearch").decoys.filter((url) => url.includes("art_1229777_"));
    expect(foreign.length).toBeGreaterThan(5);
    expect((await ask("xxgksearch", foreign[0] ?? "")).text).toContain("常务会议纪要");
  });

  it("4: the module answers 暂无 with 200 for a year without a report", async () => {
    const held = find("annual").truth[0]?.addresses[0] ?? "";
    expect((await ask("annual", held)).text).toContain("<table");
    const empty = await ask("annual", held.replace(/fbtime=\d+/u, "fbtime=2018"));
    expect([empty.status, empty.text.includes("暂无")]).toEqual([200, true]);
  });

  it("5: a unit turns its pages by paramJson alone", async () => {
    const unit =
      "/api-gateway/jpaas-publish-server/front/page/build/unit?webId=6d2f70c4&pageId=31ab5e90&tplSetId=9c1d&tagId=信息列表";
    const list = async (query: string) => (await ask("jpaas", `${unit}${query}`)).text;
    const first = await list("");
    expect(await list("&pageNo=2")).toBe(first);
    const second = await list(`&paramJson=${encodeURIComponent('{"pageNo":2,"pageSize":15}')}`);
    expect(second).toContain("art_");
    expect(second).not.toBe(first);
  });

  it("6 and 8: UCAP gives rows of JSON, LonSun a piece of markup, page by page", async () => {
    const search = "/common/search/9d31c0aa5be14f2f8f5d";
    const { text } = await ask("ucap", `${search}?_isJson=true&_pageSize=20&page=2`);
    expect(JSON.parse(text)).toMatchObject({ data: { rows: 7 } });
    expect((await ask("ucap", search)).status).toBe(404);
    const label = "/site/label/8888?labelName=publicInfoList&organId=12731&pageSize=15&pageIndex=";
    const pages = [await ask("lonsun", `${label}1`), await ask("lonsun", `${label}2`)];
    expect(pages.map((page) => count(page.text, /<li>/gu))).toEqual([15, 12]);
  });

  it("7: VSB numbers its pages from the end and names files in GBK", async () => {
    const { text } = await ask("vsb", "/zfxxgk/zfxxgknb.htm");
    expect(text).toContain("共3页");
    expect(text).not.toContain("下一页");
    const rows = (body: string) => count(body, /<li><a href="\/info/gu);
    expect(rows((await ask("vsb", "/zfxxgk/zfxxgknb/1.htm")).text)).toBe(9);
    const file = find("vsb").truth.flatMap(({ attachments }) => attachments)[0] ?? "";
    expect(file).toContain("download.jsp?urltype=news.DownloadAttachUrl");
    const { headers } = await ask("vsb", file);
    const name = headers.find(([key]) => key === "Content-Disposition")?.[1] ?? "";
    const bytes = Buffer.from(name, "latin1");
    expect(new TextDecoder("gb18030").decode(bytes)).toContain("政府信息公开工作年度报告.docx");
  });

  it("9: page 0 of gkmlpt is page 1", async () => {
    const list = async (page: number) =>
      (await ask("gkmlpt", `/xzfb/gkmlpt/api/all/8766?page=${page}&sid=755001`)).text;
    expect(await list(0)).toBe(await list(1));
    expect(await list(2)).not.toBe(await list(1));
    expect(JSON.parse(await list(1))).toMatchObject({ classify: { post_count: 27 } });
  });

  it("10: EWB answers a POST of JSON, TRUE-CMS a Referer", async () => {
    const body = JSON.stringify({
      deptcode: "014001",
      categorynum: "002005",
      siteGuid: "7eb5f7f1-9041-43ad-8e13",
      pageIndex: 1,
      pageSize: 15,
    });
    const path = "/EWB-FRONT/rest/lightfrontaction/getgovinfolist";
    const posted = await ask("ewb", path, { method: "POST", body });
    expect(count(posted.text, /infourl/gu)).toBe(12);
    expect(count((await ask("ewb", path)).text, /infourl/gu)).toBe(0);
    const message = "/truecms/messageController/getMessage.do?columnId=c8a81fd0-4b1b&callback=f";
    expect((await ask("truecms", message)).status).toBe(404);
    const headers = { referer: "http://www.truecms.gov.test/nbxx/zfxxgknb/index.html" };
    expect((await ask("truecms", message, { headers })).text).toMatch(/^f\("<datastore>/u);
  });

  it("11 and 12: columns are shells of frames, or reports themselves", async () => {
    expect((await ask("iframe", "/zwgk/nianbao/")).text).toContain("<iframe src=");
    expect((await ask("frameset", "/zwgk/nianbao/")).text).toContain("<frameset");
    const [folder] = find("folders").truth.flatMap(({ addresses }) => addresses);
    expect(folder).toMatch(/\/\d{4}n\/$/u);
    const columns = find("inline").truth.flatMap(({ addresses }) => addresses);
    expect(columns.filter((address) => address.endsWith("/zfxxgknb/"))).toHaveLength(6);
  });

  it("17: every address of a report gives the same bytes", async () => {
    const [report] = find("copies").truth;
    const pages = await Promise.all((report?.addresses ?? []).map((one) => ask("copies", one)));
    expect(pages.length).toBeGreaterThan(4);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
  });

  it("19: Word 97 and WPS keep OLE files; a page has the same report as Word and as PDF", async () => {
    const starts = await Promise.all(
      find("kept").truth.map(({ attachments }) =>
        Promise.all(
          attachments.map(async (file) => {
            const { body } = await ask("kept", file);
            const start = Buffer.from(body).subarray(0, 4).toString("hex");
            return `${file.slice(file.lastIndexOf("."))} ${start}`;
          }),
        ),
      ),
    );
    expect(starts.map((files) => files.join(", ")).toSorted()).toEqual([
      ".doc d0cf11e0",
      ".docx 504b0304, .pdf 25504446",
      ".wps d0cf11e0",
    ]);
  });

  it("20: the numbers of pictures are known, and that only recognition of text reads them", () => {
    const { truth } = find("pictures");
    expect(truth.every(({ byRecognition }) => byRecognition)).toBe(true);
    expect(truth.every(({ facts }) => Object.keys(facts ?? {}).length > 50)).toBe(true);
    const others = portals.filter(({ id }) => id !== "pictures").flatMap((one) => one.truth);
    expect(others.filter(({ byRecognition }) => byRecognition)).toEqual([]);
  });

  it("22: the page is another one with each fetch, its tables are not", async () => {
    const address = find("restless").truth[0]?.addresses[0] ?? "";
    const [one, other] = [
      await ask("restless", address),
      await ask("restless", address, { at: 1_800_000_000_000 }),
    ];
    expect(one.text).not.toBe(other.text);
    const tables = (text: string) => text.match(/<table border[^]*?<\/table>/gu)?.join("");
    expect(tables(one.text)).toBe(tables(other.text));
  });
});
