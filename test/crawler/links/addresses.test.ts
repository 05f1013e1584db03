import { describe, expect, it } from "vitest";
import { BadPattern, expandPattern } from "../../../crawler/links/expand-pattern.ts";
import { findRegisteredName } from "../../../crawler/links/find-registered-name.ts";
import { isInScope } from "../../../crawler/links/is-in-scope.ts";
import { isTrap } from "../../../crawler/links/is-trap.ts";

describe("isTrap", () => {
  it.each([
    "http://a.gov.test/calendar/2031/05/06",
    "http://a.gov.test/hd/index.html?year=2031&month=5",
    "http://a.gov.test/hd/day.jsp?date=2031-05-06",
    "http://a.gov.test/search?q=x&page=400",
    "http://a.gov.test/so/search.jsp?keyword=x",
    "http://a.gov.test/nb/nb/nb/nb/index.html",
    "http://a.gov.test/a/b/a/b/a/b/x.html",
    `http://a.gov.test/${"a/b/c/d/e/".repeat(5)}`,
    `http://a.gov.test/x?${"a".repeat(2_000)}`,
    "http://a.gov.test/x?p=1&p=1&p=1&p=1",
    `http://a.gov.test/${Array.from({ length: 24 }, (_, at) => `d${at}`).join("/")}`,
  ])("stops at %s", (address) => expect(isTrap(address)).toBe(true));

  it.each([
    "http://a.gov.test/zfxxgk/zfxxgknb/2024/x/art/2024/art_1.html",
    "http://a.gov.test/art/2024/1/1/art_1229114055_88348.html",
    "http://a.gov.test/zwgk/zwgk/nb/",
    "http://a.gov.test/public/column/12731?type=3&nav=5&timeFrame=2024",
    "http://a.gov.test/igs/front/search.jhtml?searchWord=x&pageNumber=2",
    "http://a.gov.test/common/search/abc123?_isJson=true&page=2",
    "http://a.gov.test/module/xxgk/xxgkAnnualReport.jsp?area=1&fbtime=2024",
    "http://a.gov.test/nb/?year=2023&area=3",
    "no address",
  ])("lets %s pass", (address) => expect(isTrap(address)).toBe(false));
});

describe("isInScope", () => {
  const home = { entry: "http://www.qinan.gov.test/zwgk/" };

  it.each([
    "http://www.qinan.gov.test/x",
    "https://qinan.gov.test/x",
    "http://jyj.qinan.gov.test/x",
    "http://www.qinan.gov.test./x",
    "http://WWW.QINAN.GOV.TEST:443/x",
  ])("holds %s", (address) => expect(isInScope(address, home)).toBe(true));

  it.each([
    "http://www.other.gov.test/x",
    "http://qinan.gov.test.evil.com/",
    "http://gov.test/",
    "http://evilqinan.gov.test/",
    "http://www.qinan.gov.test:8080/",
    "http://127.0.0.1/",
    "ftp://www.qinan.gov.test/",
    "",
  ])("does not hold %s", (address) => expect(isInScope(address, home)).toBe(false));

  it("holds an IP address and a port exactly", () => {
    const bare = { entry: "http://61.150.65.235:8080/nb/" };
    expect(isInScope("http://61.150.65.235:8080/x", bare)).toBe(true);
    expect(isInScope("http://61.150.65.235/x", bare)).toBe(false);
    expect(isInScope("http://61.150.65.236:8080/x", bare)).toBe(false);
    expect(
      isInScope("http://admin.yz.gov.cn:8888/x", { entry: "http://admin.yz.gov.cn:8888/nb/" }),
    ).toBe(true);
  });

  it("keeps a zone or district under the name of its city to its own host", () => {
    const zone = { entry: "http://ws.cq.gov.cn/", division: "500110" };
    expect(isInScope("http://ws.cq.gov.cn/jz/nb/", zone)).toBe(true);
    expect(isInScope("https://file.ws.cq.gov.cn./x.pdf", zone)).toBe(true);
    expect(isInScope("http://www.cq.gov.cn/", zone)).toBe(false);
    expect(isInScope("http://aws.cq.gov.cn/", zone)).toBe(false);
    const district = { entry: "http://zwgk.changchun.gov.cn/ly/", division: "220106" };
    expect(isInScope("http://www.changchun.gov.cn/", district)).toBe(false);
  });

  it("gives a city, and a county with a name of its own, every host under it", () => {
    const city = { entry: "http://fzwb.fuzhou.gov.cn/", division: "3501" };
    expect(isInScope("http://www.fuzhou.gov.cn/", city)).toBe(true);
    const county = { entry: "http://nxjw.nanxian.gov.cn/", division: "430921" };
    expect(isInScope("http://www.nanxian.gov.cn/", county)).toBe(true);
    const namesake = { entry: "http://zwgk.fuzhou.gov.cn/", division: "361002" };
    expect(isInScope("http://www.fuzhou.gov.cn/", namesake)).toBe(true);
  });

  it("knows real names by the public suffix list, and patterns", () => {
    expect(findRegisteredName("www.qinan.gov.cn")).toBe("qinan.gov.cn");
    expect(findRegisteredName("a.b.qinan.gov.cn.")).toBe("qinan.gov.cn");
    expect(findRegisteredName("gov.cn")).toBeNull();
    expect(findRegisteredName("gov.test")).toBeNull();
    expect(findRegisteredName("a.b.qinan.gov.test")).toBe("qinan.gov.test");
    expect(
      isInScope("http://www.qinan.gov.cn/1", {
        entry: "http://www.qinan.gov.cn/nb?y={year}&a={area:x|y}",
      }),
    ).toBe(true);
  });
});

describe("expandPattern", () => {
  it("fills in years and names, the newest year first", () => {
    const found = expandPattern(
      { entry: "http://a.gov.test/r?area={area:11A|11B}&fbtime={year}", agency: null },
      [2022, 2023],
    );
    expect(found.map(({ request, hints, role }) => [request.url, hints.year, role])).toEqual([
      ["http://a.gov.test/r?area=11A&fbtime=2023", 2023, "report"],
      ["http://a.gov.test/r?area=11B&fbtime=2023", 2023, "report"],
      ["http://a.gov.test/r?area=11A&fbtime=2022", 2022, "report"],
      ["http://a.gov.test/r?area=11B&fbtime=2022", 2022, "report"],
    ]);
  });

  it.each(["http://a.gov.test/{yaer}", "http://a.gov.test/{year}/{", "http://a.gov.test/x"])(
    "refuses %s with the mend",
    (entry) => {
      expect(() => expandPattern({ entry, agency: null }, [2023])).toThrow(BadPattern);
    },
  );

  it("refuses a pattern of too many addresses", () => {
    const names = Array.from({ length: 3_000 }, (_, at) => `n${at}`).join("|");
    const years = Array.from({ length: 17 }, (_, at) => 2008 + at);
    expect(() =>
      expandPattern({ entry: `http://a.gov.test/{area:${names}}/{year}`, agency: null }, years),
    ).toThrow(/51000 addresses/u);
  });
});
