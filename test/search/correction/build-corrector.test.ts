import { describe, expect, it } from "vitest";
import { buildCorrector } from "../../../search/correction/build-corrector.ts";
import { buildTestCorrector } from "./all-places.ts";

const correct = buildTestCorrector();

function listQueries(query: string, unknown: readonly string[] = []): readonly string[] {
  return correct(query, { unknown }).map((one) => one.query);
}

describe("the same pinyin with other characters", () => {
  it.each([
    ["惠按县", "惠安县"],
    ["青珊县", "青山县"],
    ["轻山县", "青山县"],
    ["柳全县", "柳泉县"],
    ["落侠镇", "落霞镇"],
    ["云凌省", "云陵省"],
    ["望穿市", "望川市"],
    ["石古渡乡", "石鼓渡乡"],
    ["清西渡镇", "清溪渡镇"],
    ["白路洲镇", "白鹭洲镇"],
    ["泉洲市", "泉州市"],
    ["福健省", "福建省"],
    ["净逢镇", "净峰镇"],
    ["行证复议", "行政复议"],
    ["形政处罚", "行政处罚"],
    ["乡村震兴", "乡村振兴"],
    ["脱贫工坚", "脱贫攻坚"],
    ["三公经废", "三公经费"],
    ["内部事物信息", "内部事务信息"],
    ["第三放合法权益", "第三方合法权益"],
    ["过程型信息", "过程性信息"],
    ["微信公众浩", "微信公众号"],
    ["规犯性文件", "规范性文件"],
  ])("%s is %s", (typed, meant) => {
    expect(correct(typed, { unknown: [] })[0]).toEqual({ from: typed, to: meant, query: meant });
  });

  it.each([
    ["惠按", "惠安"],
    ["青珊", "青山"],
    ["重亲", "重庆"],
    ["自燃人", "自然人"],
  ])("%s alone is the stem or the short term %s", (typed, meant) => {
    expect(listQueries(typed)[0]).toBe(meant);
  });

  it.each([
    ["青珊县行政复议被纠正的有多少", "青山县行政复议被纠正的有多少"],
    ["2021年惠按县报告", "2021年惠安县报告"],
    ["惠按县官庄镇", "惠安县官庄镇"],
    ["规犯性文件清理结果", "规范性文件清理结果"],
    ["信息处里费收取标准", "信息处理费收取标准"],
    ["落侠镇 2020", "落霞镇 2020"],
  ])("within a longer run: %s is %s", (typed, meant) => {
    expect(listQueries(typed)[0]).toBe(meant);
  });

  it("corrects several stretches together, then each", () => {
    expect(listQueries("惠按县行证复议")).toEqual([
      "惠安县行政复议",
      "惠按县行政复议",
      "惠安县行证复议",
    ]);
    expect(correct("青珊县 2020 轻山县", { unknown: [] })[0]).toEqual({
      from: "青珊县 2020 轻山县",
      to: "青山县 2020 青山县",
      query: "青山县 2020 青山县",
    });
  });

  it.each([
    ["官庄震", "官庄镇"],
    ["清山县", "青山县"],
    ["请珊县", "青山县"],
    ["刘泉县", "柳泉县"],
    ["牛泉县", "柳泉县"],
  ])("tells what is easily taken for another sound: %s may be %s", (typed, meant) => {
    expect(listQueries(typed)).toContain(meant);
  });

  it("puts the very sound before one that is only near", () => {
    const own = buildCorrector(["林山县", "宁山县"], [], { simplify: (text) => text });
    expect(own("临山县", { unknown: [] }).map(({ to }) => to)).toEqual(["林山县", "宁山县"]);
    expect(own("凝山县", { unknown: [] }).map(({ to }) => to)).toEqual(["宁山县", "林山县"]);
  });

  it("reads a name as it is spoken and what was typed in every way", () => {
    const own = buildCorrector(["重明县", "长乐乡"], [], { simplify: (text) => text });
    expect(own("虫明县", { unknown: [] })[0]?.to).toBe("重明县");
    expect(own("常乐乡", { unknown: [] })[0]?.to).toBe("长乐乡");
  });
});

describe("one slip", () => {
  it.each([
    ["政府信公开", "政府信息公开"],
    ["政府信息公公开", "政府信息公开"],
    ["政府信习息公开", "政府信息公开"],
    ["依申公开请", "依申请公开"],
    ["依请申公开", "依申请公开"],
    ["依甲请公开", "依申请公开"],
    ["官庄县镇", "官庄镇"],
    ["重复甲请", "重复申请"],
    ["信访举抱投诉", "信访举报投诉"],
    ["法律福务机构", "法律服务机构"],
    ["商业机密", "商业秘密"],
    ["一网统办", "一网通办"],
    ["放官服", "放管服"],
    ["青山悬", "青山县"],
    ["白洲鹭镇", "白鹭洲镇"],
    ["三棵树槐乡", "三棵槐乡"],
    ["青山县教局育", "青山县教育局"],
    ["柳泉县政局", "柳泉县财政局"],
    ["落霞镇人政府", "落霞镇人民政府"],
  ])("%s is %s", (typed, meant) => {
    expect(listQueries(typed)[0]).toBe(meant);
  });

  it("stands after what sounds alike", () => {
    const own = buildCorrector(["东临县", "东岭县", "东安县"], [], { simplify: (text) => text });
    expect(own("东林县", { unknown: [] }).map(({ to }) => to)).toEqual(["东临县", "东岭县"]);
    expect(own("东外县", { unknown: [] }).map(({ to }) => to)).toEqual([
      "东临县",
      "东岭县",
      "东安县",
    ]);
  });

  it("prefers terms, then the names that came first", () => {
    const language = { simplify: (text: string) => text };
    const own = buildCorrector(["北亭乡", "南亭乡"], ["西亭乡"], language);
    expect(own("东亭乡", { unknown: [] }).map(({ to }) => to)).toEqual([
      "西亭乡",
      "北亭乡",
      "南亭乡",
    ]);
  });
});

describe("Latin letters", () => {
  it.each([
    ["xingzhengfuyi", "行政复议"],
    ["XingZhengFuYi", "行政复议"],
    ["yishenqinggongkai", "依申请公开"],
    ["xing zheng fu yi", "行政复议"],
    ["xingzheng fuyi", "行政复议"],
    ["xingzhenfuyi", "行政复议"],
    ["xingzhengfuyii", "行政复议"],
    ["xingzehngfuyi", "行政复议"],
    ["ＸＩＮＧＺＨＥＮＧＦＵＹＩ", "行政复议"],
    ["zfxxgk", "政府信息公开"],
    ["qingshanxian", "青山县"],
    ["luoxiazhen", "落霞镇"],
    ["bailuzhouzhen", "白鹭洲镇"],
    ["huian", "惠安"],
    ["chongqing", "重庆"],
    ["xi'an", "西安"],
    ["lvliang", "吕梁"],
    ["lüliang", "吕梁"],
    ["guanzhuangzhen", "官庄镇"],
    ["guangzhuangzhen", "官庄镇"],
    ["青山县 xing zheng chu fa", "青山县 行政处罚"],
    ["青山县xingzhengchufa", "青山县行政处罚"],
    ["xingzhengfuyi OR 青山县", "行政复议 OR 青山县"],
  ])("%s is %s", (typed, meant) => {
    expect(listQueries(typed)[0]).toBe(meant);
  });

  it.each(["hax", "gzz", "covid19", "www.huian.gov.cn", "xingzhengfuyi2", "a", "the"])(
    "%s is left alone",
    (typed) => {
      expect(listQueries(typed)).toEqual([]);
    },
  );
});

describe("traditional characters", () => {
  it.each([
    ["惠按縣", "惠安县"],
    ["政府信習公開", "政府信息公开"],
    ["脫貧工堅", "脱贫攻坚"],
    ["青珊縣 \u201C行證\u201D", "青山县 \u201C行證\u201D"],
  ])("%s is %s", (typed, meant) => {
    expect(listQueries(typed)[0]).toBe(meant);
  });

  it.each(["惠安縣", "政府信息公開", "青山縣"])("%s is right as it is", (typed) => {
    expect(listQueries(typed)).toEqual([]);
  });
});

describe("what is not corrected", () => {
  it.each([
    // Phrases and exclusions.
    '"惠按县"',
    "“惠按县”",
    "「行证复议」",
    'region:"惠按县"',
    "-惠按县",
    "-(惠按县 行证复议)",
    // Keys, operators and conditions.
    "年分:2020",
    "年分 > 2020",
    "惠按县>3",
    "requests.newRecieved.total>10",
    // Numbers.
    "二〇一九年",
    "12345",
    "2019..2021",
    // What is known, also next to other words.
    "惠安县",
    "在官庄镇",
    "官庄镇党委",
    "青山县教育局预算",
    "崇武镇官庄镇",
    "惠安县教育工作",
    "脱贫攻坚战",
    // Words that only begin or end a name: what has the name has them.
    "行政复",
    "政府信息公",
    // Plain words.
    "今年新收多少件",
    "结余多少钱怎么申请公开",
    "村级事务公开情况",
    "河长制落实情况",
    "低保",
    "信访 养老",
    "电子证照",
    "机构改革后职能调整",
    "下一步将加强组织领导完善工作机制",
    "哪些乡镇没有收到申请",
    "",
    "  ",
    "？！",
  ])("%s", (typed) => {
    expect(listQueries(typed)).toEqual([]);
  });

  it("leaves the rest of the query as it was typed", () => {
    const query = 'year:2020  -测试 "行证复议"，惠按县！';
    expect(listQueries(query)[0]).toBe('year:2020  -测试 "行证复议"，惠安县！');
  });
});

describe("the words that no section holds", () => {
  it("are all that is corrected where there are any", () => {
    expect(listQueries("青珊县 行证复议", ["青珊"])).toEqual(["青山县 行证复议"]);
    expect(listQueries("青珊县 行证复议", ["行证"])).toEqual(["青珊县 行政复议"]);
    expect(listQueries("青珊县 行证复议", ["青珊", "行证"])[0]).toBe("青山县 行政复议");
  });

  it("may be given simplified for a query that is not", () => {
    expect(listQueries("惠按縣 行證復議", ["行证复议"])).toEqual(["惠按縣 行政复议"]);
  });

  it("do not stay in what is proposed", () => {
    expect(listQueries("官庄县镇", ["县镇"])[0]).toBe("官庄镇");
    expect(listQueries("依申公开请", ["公开请"]).join("|")).not.toContain("公开请");
  });

  it("make a slip in a short name within a run worth proposing", () => {
    expect(listQueries("白鹭洲镇落外镇的年报")).toEqual([]);
    expect(listQueries("白鹭洲镇落外镇的年报", ["落外"])).toContain("白鹭洲镇落霞镇的年报");
  });

  it("that are no part of the query say nothing", () => {
    expect(listQueries("惠按县", ["天气"])).toEqual(listQueries("惠按县"));
  });
});

describe("a corrector of few names", () => {
  it("proposes nothing where nothing is known", () => {
    const empty = buildCorrector([], [], { simplify: (text) => text });
    expect(empty("惠按县 xingzheng", { unknown: [] })).toEqual([]);
  });

  it("takes names that are no plain Chinese without proposing them", () => {
    const odd = ["", "A区", "县", "青山县（试验区）", "甲".repeat(40), "𠮷山县"];
    const own = buildCorrector(odd, odd, { simplify: (text) => text });
    expect(own("青珊县 a qu 吉山县", { unknown: [] })).toEqual([]);
  });
});
