import { describe, expect, it } from "vitest";
import type { PageRequest } from "../../../corpus/address.ts";
import { listReports, nameReports, walkPortal } from "./walk-portal.ts";

const host = "http://www.qingshan.gov.test";
const full = (paths: readonly string[]): readonly string[] => paths.map((path) => `${host}${path}`);
const query = ({ url }: PageRequest): URLSearchParams => new URL(url).searchParams;
const pick = (paths: readonly string[], page: number, size: number): readonly string[] =>
  paths.slice((page - 1) * size, page * size);

describe("gkmlpt", () => {
  const serve =
    (reports: readonly string[], size: number, total: number | null) =>
    (request: PageRequest): string => {
      if (!request.url.includes("/api/all/"))
        return `<script>window._CONFIG = {SID: '755001', TREE: [{id: 1, name: '机构职能', children: [{id: 8766, name: '政府信息公开年报', children: []}]}], };</script>`;
      const page = Math.max(1, Number(query(request).get("page")));
      const articles = pick(reports, page, size).map((url, id) => ({
        id,
        title: "某局年报",
        url,
        publisher: "县水利局",
        created_at: "2024-01-15",
        attachment: [],
      }));
      return JSON.stringify({ articles, classify: total === null ? {} : { post_count: total } });
    };
  const name = (at: number) => `/gkmlpt/content/2/2590/report_${at}.html`;
  const list = `${host}/qsslj/gkmlpt/api/all/8766`;

  it.each([
    [130, 100, 2],
    [27, 10, 3],
    [30, 10, 3],
    [27, 27, 1],
  ])("asks for the categories of annual reports: %i of them, %i a page", (count, size, pages) => {
    const reports = nameReports(count, name);
    const walk = walkPortal(`${host}/qsslj/gkmlpt/index`, serve(reports, size, count));
    expect(listReports(walk)).toEqual(full(reports));
    expect(walk.requests.slice(1).map(({ url }) => url)).toEqual(
      Array.from({ length: pages }, (_, at) => `${list}?page=${at + 1}&sid=755001`),
    );
    expect(walk.items.at(-1)?.context).toEqual(["县水利局"]);
  });

  it("ends with the first page that brings nothing, whatever the host counts", () => {
    const reports = nameReports(27, name);
    for (const total of [500, null]) {
      const walk = walkPortal(`${host}/qsslj/gkmlpt/index`, serve(reports, 10, total));
      expect(listReports(walk)).toEqual(full(reports));
      expect(walk.requests.length).toBeLessThanOrEqual(5);
    }
  });
});
