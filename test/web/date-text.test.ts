import { describe, expect, it } from "vitest";
import { buildDateText, buildTimeText, readChinaDate } from "../../web/date-text.ts";

describe("dates", () => {
  it("of instants are those of China", () => {
    expect(readChinaDate("2024-01-31T23:30:00.000Z")).toBe("2024-02-01");
    expect(readChinaDate("2024-01-31T15:59:59.999Z")).toBe("2024-01-31");
    expect(buildTimeText("2024-01-31T23:30:00.000Z")).toBe("2024年2月1日 07:30");
  });

  it("of pages stay as printed", () => {
    expect(buildDateText("2024-01-05")).toBe("2024年1月5日");
  });
});
