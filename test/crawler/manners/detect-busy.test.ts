import { describe, expect, it } from "vitest";
import { detectBusy } from "../../../crawler/manners/detect-busy.ts";
import { isBurst, markPage, noteSuspect } from "../../../crawler/manners/suspect-page.ts";

const write = (words: string) =>
  `<html><head><title>提示</title></head><body><p>${words}</p></body></html>`;

describe("detectBusy", () => {
  it.each([
    "系统繁忙，您访问的页面找不到了，请稍后再试。",
    "服务器忙，请稍后访问",
    "您的访问过于频繁，请稍后再试",
    "请求次数过于频繁",
    "Too Many Requests",
  ])("knows a host that is too busy: %s", (words) => {
    expect(detectBusy({ text: write(words) }, false)).toBe(true);
  });

  it.each([
    "您访问的页面不存在，请稍后再试。",
    "文档加载失败，请稍后再试",
    "本机关公开指南已更新。",
    "本年度信息系统运行正常，群众访问平稳。",
  ])("knows what is none: %s", (words) => {
    expect(detectBusy({ text: write(words) }, false)).toBe(false);
  });

  it("believes that it is to be tried again later where the status refuses", () => {
    expect(detectBusy({ text: write("请稍后再试") }, true)).toBe(true);
  });

  it("takes no long page for one, nor a script's words", () => {
    const report = `${"本年度主动公开政府信息若干条。".repeat(40)}高峰时系统繁忙，已扩容。`;
    expect(detectBusy({ text: write(report) }, false)).toBe(false);
    expect(detectBusy({ text: `${write("年报")}<script>alert("系统繁忙")</script>` }, false)).toBe(
      false,
    );
  });
});

describe("one short page in place of others", () => {
  const page = markPage({ text: write("您访问的页面找不到了（编号 17）。") });

  it("is a burst from its third address in a row on", () => {
    expect(markPage({ text: write("您访问的页面找不到了（编号 18）。") })).toBe(page);
    const one = noteSuspect(null, page, 0);
    const two = noteSuspect(one, page, 1_000);
    expect([isBurst(null, page, 0), isBurst(one, page, 1_000)]).toEqual([false, false]);
    expect(isBurst(two, page, 2_000)).toBe(true);
    expect(isBurst(two, markPage({ text: write("另一页找不到了") }), 2_000)).toBe(false);
    expect(isBurst(noteSuspect(two, null, 2_000), page, 3_000)).toBe(false);
  });

  it("is the host's own where it is still shown after the host was left alone", () => {
    const known = [0, 1_000, 2_000].reduce(
      (before: ReturnType<typeof noteSuspect>, at) => noteSuspect(before, page, at),
      null,
    );
    const hour = 3_600_000;
    expect(isBurst(known, page, hour)).toBe(true);
    expect(isBurst(known, page, 5 * hour)).toBe(false);
  });

  it("is a burst anew the next day, when real pages came in between", () => {
    const day = 86_400_000;
    const known = noteSuspect(noteSuspect(null, page, 0), null, 1_000);
    const again = noteSuspect(noteSuspect(known, page, day), page, day + 1_000);
    expect(isBurst(again, page, day + 2_000)).toBe(true);
  });
});
