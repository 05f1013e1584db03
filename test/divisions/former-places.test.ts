import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { readInnerPlace } from "../../corpus/divisions/read-inner-place.ts";
import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import { buildWords } from "./agency-words.ts";

const gazetteer = loadGazetteer();
const resolve = (known: Parameters<typeof buildWords>[0]) =>
  resolveAgency(buildWords(known), gazetteer);

describe("a department of a place inside another", () => {
  test.each([
    ["杭州市", "江干区教育局"],
    ["浙江省杭州市", "江干区教育局"],
    ["杭州市", "江干区人民政府"],
    ["杭州市", "江干区"],
    ["杭州市", "下城区住房和城乡建设局"],
    ["南京市", "白下区教育局"],
    ["苏州市", "沧浪区市政园林局"],
    ["广州市", "萝岗区城市管理局"],
    ["上海市", "闸北区教育局"],
    ["上海市", "南市区教育局"],
    ["北京市", "宣武区教委"],
    ["北京市", "崇文区文化馆"],
    ["北京市", "通县教育局"],
    ["长治市", "城区教育局"],
    ["湖北省", "襄樊市教育局"],
    ["杭州市", "朝阳区教育局"],
    ["重庆市", "两江新区教育局"],
    ["西安市", "高新区教育局"],
    ["惠安县", "上官庄镇财政所"],
    ["惠安县", "上官街道司法所"],
  ])("that is in no list belongs to no place: %s, %s", (parent, name) => {
    const resolved = resolve({ printed: parent + name, siteName: `${parent}人民政府` });
    expect(resolved.division).toBeNull();
    expect(resolved.level).toBeNull();
    expect(resolved.agency?.printed).toBe(parent + name);
    expect(resolved.agency?.name).toContain(name);
    expect(resolved.agency?.name).not.toContain(parent);
  });

  test.each(["江干区教育局", "江干区人民政府", "高新区教育局"])(
    "%s is not taken for the city's by the portal that prints it",
    (printed) => {
      const resolved = resolve({ printed, siteName: "杭州市人民政府", issuer: "杭州市" });
      expect(resolved.division).toBeNull();
      expect(resolved.agency?.name).toBe(printed);
    },
  );

  test.each([
    ["天津市静海县教育局", "静海县教育局", "天津市/静海区"],
    ["杭州市余杭县教育局", "余杭县教育局", "浙江省/杭州市/余杭区"],
    ["吉林省长春市双阳县教育局", "双阳县教育局", "吉林省/长春市/双阳区"],
    ["西藏自治区那曲地区教育局", "那曲地区教育局", "西藏自治区/那曲市"],
    ["那曲地区教育局", "那曲地区教育局", "西藏自治区/那曲市"],
  ])("%s is %s, today of %s and less sure", (printed, name, path) => {
    const resolved = resolve({ printed });
    expect(resolved.agency?.name).toBe(name);
    expect(resolved.division?.path.join("/")).toBe(path);
    expect(resolved.divisionEvidence?.confidence).toBeLessThan(0.8);
  });
});

/** Names of departments in which a word for a level is no place. */
const departments = [
  "城市管理局",
  "市场监督管理局",
  "城乡规划局",
  "住房和城乡建设局",
  "农业农村和乡村振兴局",
  "乡镇企业局",
  "小城镇建设办公室",
  "区划地名办公室",
  "行政区划办公室",
  "农业区划委员会办公室",
  "县域经济办公室",
  "质量强市办公室",
  "企业上市工作办公室",
  "农贸市场管理中心",
  "社区矫正管理局",
  "城区管理局",
  "库区移民办公室",
  "棚户区改造办公室",
  "风景名胜区管理局",
  "自然保护区管理局",
  "新区建设办公室",
  "地区经济合作办公室",
  "道路运输管理处",
  "城市建设投资公司",
  "市政园林局",
  "林业局",
];

test.each(departments)("%s is the county's, the city's and the province's own", (department) => {
  expect(readInnerPlace(department)).toBeNull();
  for (const place of ["惠安县", "泉州市", "安徽省", "北京市", "黄浦区"])
    expect(resolve({ printed: place + department }).division?.path.at(-1)).toBe(place);
});

test.each(["旅游度假区管理委员会", "经济技术开发区管理委员会", "工业园区管委会"])(
  "%s is its own body's, under the place before it",
  (zone) => {
    expect(readInnerPlace(zone)).toBeNull();
    for (const place of ["惠安县", "泉州市", "北京市", "黄浦区"])
      expect(resolve({ printed: place + zone }).division?.path.at(-1)).toBe(place);
  },
);

test.each([
  ["西藏自治区那曲地区", "那曲地区行政公署", "西藏自治区/那曲市"],
  ["那曲地区", "那曲地区行政公署", "西藏自治区/那曲市"],
  ["那曲地区行署", "那曲地区行政公署", "西藏自治区/那曲市"],
  ["江苏省淮阴地区", "淮阴地区行政公署", null],
  ["新疆喀什地区", "喀什地区行政公署", "新疆维吾尔自治区/喀什地区"],
])("%s is governed by %s", (printed, name, path) => {
  const resolved = resolve({ printed });
  expect(resolved.agency).toEqual({ name, printed, kind: "government" });
  expect(resolved.division?.path.join("/") ?? null).toBe(path);
});

test("a 地区 of a municipality is a subdistrict", () => {
  expect(resolve({ printed: "北京市朝阳区南磨房地区" }).agency?.kind).toBe("subdistrict");
  expect(resolve({ printed: "北京市东风地区" }).agency?.kind).toBe("subdistrict");
});

describe("a province's short name", () => {
  test.each([
    ["广西教育厅", "广西壮族自治区教育厅"],
    ["内蒙古教育厅", "内蒙古自治区教育厅"],
    ["宁夏农业农村厅", "宁夏回族自治区农业农村厅"],
    ["新疆发展和改革委员会", "新疆维吾尔自治区发展和改革委员会"],
    ["新疆自治区教育厅", "新疆维吾尔自治区教育厅"],
    ["西藏人民政府办公厅", "西藏自治区人民政府办公厅"],
    ["内蒙古", "内蒙古自治区人民政府"],
    ["福建教育厅", "福建省教育厅"],
    ["吉林教育厅", "吉林省教育厅"],
    ["国家税务总局广西税务局", "国家税务总局广西壮族自治区税务局"],
  ])("%s is %s, whatever the portal calls it", (printed, name) => {
    const { division, agency } = resolve({ printed });
    expect(agency?.name).toBe(name);
    expect(division?.path).toHaveLength(1);
    const siteName = division?.path[0] ?? null;
    expect(resolve({ printed, siteName }).agency?.name).toBe(name);
  });

  test.each([
    "吉林教育局",
    "海南教育局",
    "山西路街道",
    "湖北路派出所",
    "广西大学",
    "新疆生产建设兵团教育局",
  ])("%s may be another's", (printed) => {
    expect(resolve({ printed }).division).toBeNull();
  });

  test("a place's short name is not glued to its name", () => {
    const resolved = resolve({ printed: "惠安教育局", siteName: "惠安县人民政府" });
    expect(resolved.agency?.name).toBe("惠安县教育局");
  });
});
