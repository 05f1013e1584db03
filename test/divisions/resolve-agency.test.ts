import { describe, expect, test } from "vitest";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { resolveAgency } from "../../corpus/divisions/resolve-agency.ts";
import { buildWords } from "./agency-words.ts";

const gazetteer = loadGazetteer();
const resolve = (known: Parameters<typeof buildWords>[0]) =>
  resolveAgency(buildWords(known), gazetteer);

/** Printed name, own full name, kind, path of the division (null: undecidable from the name alone). */
const printedNames: readonly (readonly [string, string, string, string | null])[] = [
  [
    "乌恰县人民政府",
    "乌恰县人民政府",
    "government",
    "新疆维吾尔自治区/克孜勒苏柯尔克孜自治州/乌恰县",
  ],
  ["乌恰县", "乌恰县人民政府", "government", "新疆维吾尔自治区/克孜勒苏柯尔克孜自治州/乌恰县"],
  ["蓟州区官庄镇", "官庄镇人民政府", "government", "天津市/蓟州区/官庄镇"],
  ["天津市蓟州区官庄镇人民政府", "官庄镇人民政府", "government", "天津市/蓟州区/官庄镇"],
  ["天津市 蓟州区　官庄镇", "官庄镇人民政府", "government", "天津市/蓟州区/官庄镇"],
  ["蓟县官庄镇", "官庄镇人民政府", "government", "天津市/蓟州区/官庄镇"],
  ["净峰镇", "净峰镇人民政府", "government", "福建省/泉州市/惠安县/净峰镇"],
  ["惠安县净峰镇政府", "净峰镇人民政府", "government", "福建省/泉州市/惠安县/净峰镇"],
  ["福建省泉州市惠安县净峰乡", "净峰乡人民政府", "government", "福建省/泉州市/惠安县/净峰镇"],
  ["胡集乡", "胡集乡人民政府", "government", null],
  ["官庄镇", "官庄镇人民政府", "government", null],
  ["上官庄镇", "上官庄镇人民政府", "government", null],
  ["惠安县上官庄镇", "上官庄镇人民政府", "government", null],
  ["安溪县净峰镇", "净峰镇人民政府", "government", null],
  [
    "新疆伽师县古勒鲁克乡",
    "古勒鲁克乡人民政府",
    "government",
    "新疆维吾尔自治区/喀什地区/伽师县/古勒鲁克乡",
  ],
  ["屯昌县南吕镇", "南吕镇人民政府", "government", "海南省/屯昌县/南吕镇"],
  ["五常市民意乡", "民意乡人民政府", "government", "黑龙江省/哈尔滨市/五常市/民意乡"],
  [
    "九原区阿嘎如泰苏木",
    "阿嘎如泰苏木人民政府",
    "government",
    "内蒙古自治区/包头市/九原区/阿嘎如泰苏木",
  ],
  ["武江区龙归镇人民政府", "龙归镇人民政府", "government", "广东省/韶关市/武江区/龙归镇"],
  [
    "2016年龙归镇政府信息公开年度报告",
    "龙归镇人民政府",
    "government",
    "广东省/韶关市/武江区/龙归镇",
  ],
  [
    "关于净峰镇2019年度政府信息公开工作的报告",
    "净峰镇人民政府",
    "government",
    "福建省/泉州市/惠安县/净峰镇",
  ],
  ["夹皮沟镇人民政府", "夹皮沟镇人民政府", "government", "吉林省/吉林市/桦甸市/夹皮沟镇"],
  ["重庆市九龙坡区二郎街道办事处", "二郎街道办事处", "subdistrict", "重庆市/九龙坡区/二郎街道"],
  ["重庆市九龙坡区二郎街道", "二郎街道办事处", "subdistrict", "重庆市/九龙坡区/二郎街道"],
  ["九龙坡区二郎街道办", "二郎街道办事处", "subdistrict", "重庆市/九龙坡区/二郎街道"],
  ["上海市黄浦区人民政府打浦桥街道", "打浦桥街道办事处", "subdistrict", "上海市/黄浦区/打浦桥街道"],
  ["东莞市东城街道", "东城街道办事处", "subdistrict", "广东省/东莞市/东城街道"],
  ["北京市朝阳区南磨房地区办事处", "南磨房地区办事处", "subdistrict", "北京市/朝阳区/南磨房地区"],
  ["高新区紫贞街道办事处", "紫贞街道办事处", "subdistrict", "湖北省/襄阳市/樊城区/紫贞街道"],
  ["山西路街道", "山西路街道办事处", "subdistrict", null],
  ["上海市人民政府办公厅", "上海市人民政府办公厅", "department", "上海市"],
  ["亳州市人民政府办公室", "亳州市人民政府办公室", "department", "安徽省/亳州市"],
  ["亳州市政府办", "亳州市人民政府办公室", "department", "安徽省/亳州市"],
  ["惠安县教育局", "惠安县教育局", "department", "福建省/泉州市/惠安县"],
  ["泉州市惠安县教育局", "惠安县教育局", "department", "福建省/泉州市/惠安县"],
  ["舒兰市市场监督管理局", "舒兰市市场监督管理局", "department", "吉林省/吉林市/舒兰市"],
  ["道县文广新局", "道县文广新局", "department", "湖南省/永州市/道县"],
  ["衡阳市国资委", "衡阳市国资委", "department", "湖南省/衡阳市"],
  ["嵊泗县公安局", "嵊泗县公安局", "department", "浙江省/舟山市/嵊泗县"],
  ["民和县教育局", "民和回族土族自治县教育局", "department", "青海省/海东市/民和回族土族自治县"],
  ["安徽省教育厅", "安徽省教育厅", "department", "安徽省"],
  ["兴安盟外事办", "兴安盟外事办", "department", "内蒙古自治区/兴安盟"],
  ["静海县教育局", "静海县教育局", "department", "天津市/静海区"],
  ["国家税务总局惠安县税务局", "国家税务总局惠安县税务局", "department", "福建省/泉州市/惠安县"],
  ["国家新闻出版署（国家版权局）", "国家新闻出版署", "department", null],
  ["国家税务总局", "国家税务总局", "department", null],
  ["县教育局", "县教育局", "department", null],
  ["市人民政府办公室", "市人民政府办公室", "department", null],
  ["市场监督管理局", "市场监督管理局", "department", null],
  ["城管执法局", "城管执法局", "department", null],
  ["经济技术开发区经济发展局", "经济技术开发区经济发展局", "department", null],
  ["开发区管委会", "开发区管理委员会", "zone", null],
  ["来凤经济开发区", "来凤经济开发区管理委员会", "zone", "湖北省/恩施土家族苗族自治州/来凤县"],
  ["安徽省舒城经开区", "舒城经开区管理委员会", "zone", "安徽省/六安市/舒城县"],
  ["苏州工业园区", "苏州工业园区管理委员会", "zone", "江苏省/苏州市/苏州工业园区"],
  ["浦东新区", "浦东新区人民政府", "government", "上海市/浦东新区"],
  ["喀什地区", "喀什地区行政公署", "government", "新疆维吾尔自治区/喀什地区"],
  ["兴安盟行政公署", "兴安盟行政公署", "government", "内蒙古自治区/兴安盟"],
  ["朝阳区", "朝阳区人民政府", "government", null],
  ["北京市朝阳区", "朝阳区人民政府", "government", "北京市/朝阳区"],
  ["朝阳市", "朝阳市人民政府", "government", "辽宁省/朝阳市"],
  ["吉林市", "吉林市人民政府", "government", "吉林省/吉林市"],
  ["海南省", "海南省人民政府", "government", "海南省"],
  ["惠安县城市建设投资公司", "惠安县城市建设投资公司", "other", "福建省/泉州市/惠安县"],
];

test.each(printedNames)("%s is %s (%s) of %s", (printed, name, ...[kind, path]) => {
  const resolved = resolve({ printed });
  expect(resolved.agency).toEqual({ name, kind, printed: printed.trim() });
  expect(resolved.division?.path.join("/") ?? null).toBe(path);
  expect(resolved.level).toBe(gazetteer.get(resolved.division?.code ?? "")?.level ?? null);
  expect(resolved.divisionEvidence === null).toBe(path === null);
});

/** Words around 胡集乡, which lies in 郸城县 of 周口市 and in 民权县 of 商丘市. */
const around: readonly (readonly [string, Parameters<typeof buildWords>[0], string | null])[] = [
  ["the county in the body", { body: "以郸城县人民政府官网为主要阵地" }, "411625210"],
  ["the county in the title", { title: "郸城县胡集乡2024年年报" }, "411625210"],
  ["the county as issuer", { issuer: "民权县人民政府" }, "411421207"],
  ["the portal's name", { siteName: "民权县人民政府门户网站" }, "411421207"],
  ["the portal's name without 县", { siteName: "郸城政府网" }, "411625210"],
  ["the breadcrumb", { breadcrumb: "首页 > 郸城县 > 乡镇 > 年报" }, "411625210"],
  ["the host", { address: "http://www.dancheng.gov.cn/2024/1.html" }, "411625210"],
  ["the city", { body: "按照周口市有关要求" }, "411625210"],
  ["the province alone", { body: "按照河南省有关要求" }, null],
  ["both counties in the body", { body: "郸城县和民权县" }, null],
  ["both, and a city", { body: "郸城县和民权县，周口市" }, "411625210"],
  ["both, one as issuer", { body: "郸城县和民权县", issuer: "民权县" }, "411421207"],
  ["a county of neither", { body: "赴惠安县学习" }, null],
  ["the county in the body, another as issuer", { body: "郸城县", issuer: "惠安县" }, null],
];

test.each(around)("胡集乡 with %s", (_, words, code) => {
  const resolved = resolve({ printed: "胡集乡", ...words });
  expect(resolved.division?.code ?? null).toBe(code);
  expect(resolved.agency?.name).toBe("胡集乡人民政府");
});

describe("names by level alone", () => {
  test.each([
    ["县教育局", { siteName: "民和回族土族自治县人民政府" }, "民和回族土族自治县教育局"],
    ["县教育局", { body: "民和县各学校" }, "民和回族土族自治县教育局"],
    ["县教育局", { body: "惠安县和安溪县" }, "县教育局"],
    ["县教育局", { body: "惠安县和安溪县", address: null, issuer: "安溪县" }, "安溪县教育局"],
    ["市人民政府办公室", { siteName: "天门市人民政府" }, "天门市人民政府办公室"],
    ["市人民政府办公室", { siteName: "惠安县人民政府" }, "市人民政府办公室"],
    ["镇人民政府", { issuer: "惠安县净峰镇人民政府" }, "净峰镇人民政府"],
    ["市场监督管理局", { siteName: "惠安县人民政府" }, "惠安县市场监督管理局"],
    ["开发区管委会", { siteName: "来凤县人民政府" }, "来凤县开发区管理委员会"],
    ["开发区管委会", { body: "来凤县" }, "开发区管理委员会"],
  ])("%s with %j is %s", (printed, words, name) => {
    expect(resolve({ printed, ...words }).agency?.name).toBe(name);
  });
});

describe("how sure", () => {
  const confidence = (known: Parameters<typeof buildWords>[0]) =>
    resolve(known).divisionEvidence?.confidence ?? null;

  test("grows with the evidence", () => {
    const alone = confidence({ printed: "净峰镇" });
    const body = confidence({ printed: "净峰镇", body: "惠安县" });
    const printed = confidence({ printed: "惠安县净峰镇" });
    expect(alone).toBe(0.7);
    expect(body).toBe(0.8);
    expect(printed).toBe(0.99);
  });

  test("a unique name that its issuer contradicts stays null", () => {
    expect(confidence({ printed: "净峰镇", issuer: "安溪县人民政府" })).toBeNull();
    expect(confidence({ printed: "净峰镇", title: "安溪县2020年年报" })).toBeNull();
    expect(confidence({ printed: "净峰镇", issuer: "泉州市人民政府" })).toBe(0.95);
  });

  test("names its evidence in words", () => {
    const { divisionEvidence } = resolve({ printed: "胡集乡", body: "郸城县胡集乡位于" });
    expect(divisionEvidence?.evidence).toEqual(["名称：胡集乡", "正文：郸城县"]);
  });
});

describe("what was printed elsewhere", () => {
  test("a title or an issuer stands in for a missing name", () => {
    expect(resolve({ title: "净峰镇2017年政府信息公开工作年度报告" }).agency?.name).toBe(
      "净峰镇人民政府",
    );
    expect(resolve({ issuer: "净峰镇" }).division?.code).toBe("350521112");
  });

  test("nothing printed is nobody", () => {
    expect(resolve({ body: "惠安县", siteName: "惠安县人民政府" }).agency).toBeNull();
    expect(resolve({ printed: " ", title: "2019年度政府信息公开年度报告" }).agency).toBeNull();
  });
});
