import { describe, expect, it } from "vitest";
import { describeYearDoubts } from "../../indexer/extract/describe-doubts.ts";
import { readAddressDate, readIdDate } from "../../indexer/extract/metadata/read-address-date.ts";
import { readDates } from "../../indexer/extract/metadata/read-dates.ts";

const host = "http://www.yunling.example";

describe("the date in an address", () => {
  it.each([
    ["/zwgk/202401/t20240119_12842739.html", "2024-01-19"],
    ["/art/2024/1/23/art_1229114055_88348.html", "2024-01-23"],
    ["/kyz/2026-01/22/article_2026012210463172511.html", "2026-01-22"],
    ["/2021-01/05/", "2021-01-05"],
    ["/nw123/20230130/0123456789abcdef0123456789abcdef.html", "2023-01-30"],
    ["/columns/a1b2/202201/18/c3d4.html", "2022-01-18"],
    ["/cms/html/yunling/2021-01-15/123.html", "2021-01-15"],
    ["/c/2020-02-01/901.shtml", "2020-02-01"],
    ["/gongkai/show/20240116173435251.html", "2024-01-16"],
    ["/x/t19700101_3584822.html", null],
    ["/x/t20241301_3584822.html", null],
    ["/info/14423/1395492.htm", null],
    ["/content/post_2590436.html", null],
    ["/c112945/202401/46aba5e181454bc798b5443c493da056.shtml", null],
    ["/1744660031470084097.html", null],
    ["/?d=/2024/1/23/", null],
  ])("%s is %s", (path, date) => {
    expect(readAddressDate(`${host}${path}`)).toBe(date);
  });

  it("is unknown without an address, and never the host's", () => {
    expect(readAddressDate(null)).toBeNull();
    expect(readAddressDate("http://20240119.example/x.html")).toBeNull();
  });
});

describe("the date in an identifier", () => {
  it("is that of an ObjectId, in China", () => {
    const seconds = Date.UTC(2026, 0, 28, 17) / 1_000;
    const id = `${seconds.toString(16)}9d1028953ce048b4`;
    expect(readIdDate(`${host}/gongkai/site_yl/channel_c/doc_${id}.html`)).toBe("2026-01-29");
  });

  it.each(["/46aba5e181454bc798b5443c493da056.shtml", "/ffffffff9d1028953ce048b4.html", "/x.html"])(
    "is not in %s",
    (path) => {
      expect(readIdDate(`${host}${path}`)).toBeNull();
    },
  );
});

describe("dates before the year of the report", () => {
  const none = {
    claimed: null,
    written: null,
    signed: null,
    address: null,
    id: null,
    indexYear: null,
  };
  const report = { title: null, preamble: null, sections: [], year: 2023 };

  it.each([
    [{ claimed: "2022-01-20" }, 1],
    [{ claimed: "2022-01-20", address: "2023-01-05" }, 1],
    [{ claimed: "2022-01-20", address: "2024-01-05" }, 0],
    [{ claimed: "2023-12-25" }, 0],
    [{ claimed: "2029-01-20" }, 0],
    [{}, 0],
  ])("%j make it doubtful: %i", (dates, count) => {
    const doubts = describeYearDoubts({ ...report, dates: { ...none, ...dates } });
    expect(doubts).toHaveLength(count);
    expect(doubts.every((doubt) => doubt.endsWith("请核对年度。"))).toBe(true);
  });
});

describe("the dates of a report", () => {
  const metadata = { claimed: "2024-01-19", written: "2024-01-09", indexNumber: "YL/2024-00012" };
  const read = (text: string, indexNumber = metadata.indexNumber): ReturnType<typeof readDates> =>
    readDates({
      metadata: { ...metadata, indexNumber },
      preamble: null,
      sections: [{ kind: "other", heading: "六、其他需要报告的事项", text }],
      address: `${host}/202401/t20240121_1.html`,
    });

  it("are kept apart", () => {
    expect(read("无。\n石溪镇人民政府\n2024年1月10日")).toEqual({
      claimed: "2024-01-19",
      written: "2024-01-09",
      signed: "2024-01-10",
      address: "2024-01-21",
      id: null,
      indexYear: 2024,
    });
  });

  it.each([
    ["无。\n石溪镇人民政府\n二○二四年一月十日", "2024-01-10"],
    ["无。\n石溪镇人民政府 2024年1月10日", "2024-01-10"],
    ["无。\n2024年1月10日", "2024-01-10"],
    ["无。\n（2024 年 1 月 10 日）", "2024-01-10"],
    [`石溪镇人民政府\n2024年1月10日\n${"指标 件 0\n".repeat(40)}`, "2024-01-10"],
    ["会议于2024年1月10日召开。", null],
    ["2023年1月10日\n石溪镇人民政府\n2024年1月10日\n附件", "2024-01-10"],
    ["石溪镇人民政府\n2024年1月", null],
  ])("signed: %j", (text, date) => {
    expect(read(text).signed).toBe(date);
  });

  it.each([
    ["YLX001-2021-000086", 2021],
    ["ylx/2026-00001", 2026],
    ["11370883004326403Q/2024-00012", 2024],
    ["000014349/202101-00012", 2021],
    ["2019-2021-5", null],
    ["123456789", null],
  ])("index %s", (number, year) => {
    expect(read("无。", number).indexYear).toBe(year);
  });
});
