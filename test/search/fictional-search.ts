import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSectionDocuments } from "../../search/documents/build-documents.ts";
import { openSearch, type Search } from "../../search/main.ts";
import { codesOnly, type RegionNames } from "../../search/places/region-names.ts";
import { buildFictionalReport, fictionalNames, fictionalRegions } from "./fictional-report.ts";

/** Three reports with six sections among them. */
export const fictionalReports = [
  buildFictionalReport({
    regions: fictionalRegions.jadeTown,
    year: 2023,
    sections: [
      [
        "overview",
        "一、总体情况",
        "公开信息8840条。部署IPv6改造，网址www.qingxi.gov.cn，电话12345。",
      ],
      ["disclosure", "二、主动公开政府信息情况", "行政处罚  75\n行政许可  0"],
      [
        "requests",
        "三、收到和处理政府信息公开申请情况",
        "收到政府信息\n公开申请12件，均依申请公开。<b>粗体</b>",
      ],
    ],
  }),
  buildFictionalReport({
    regions: fictionalRegions.pineTown,
    year: 2022,
    sections: [
      ["overview", "一、总体情况", "公开各类信息88401条，坚持公正、公开。行政处罚12.5%。"],
      ["problems", "五、存在的主要问题及改进情况", "公开，公正落实不够，処罰公示截至２０２１年。"],
    ],
  }),
  buildFictionalReport({
    regions: fictionalRegions.riverCounty,
    agency: "临江区教育局",
    year: 2022,
    sections: [["overview", "一、总体情况", "学校收费公示。"]],
  }),
];

const names = new Map(
  Object.values(fictionalRegions)
    .flat()
    .map(({ code, name }) => [code, name]),
);
/** Names and codes of the fictional places. */
export const fictionalRegionNames: RegionNames = {
  nameOf: (code) => names.get(code) ?? null,
  resolve: (value) => {
    const named = [...names].filter(([, name]) => name === value).map(([code]) => code);
    return [...named, ...codesOnly.resolve(value)];
  },
};

/** Opens a search over the fictional reports, with an engine of its own; closing it deletes everything. */
export async function openFictionalSearch(): Promise<Search> {
  const dataFolder = await mkdtemp(join(tmpdir(), "gongkai-search-"));
  const search = await openSearch({
    dataFolder,
    placeNames: fictionalNames,
    regions: fictionalRegionNames,
  });
  await search.engine.addDocuments(
    "sections",
    fictionalReports.flatMap((report) => buildSectionDocuments(report, search.simplify)),
  );
  const close = async (): Promise<void> => {
    await search.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { ...search, close };
}
