import { listLabels } from "./filter-keys.ts";
import type { FilterKey } from "./parsed-query.ts";

/** The values of a filter as readers see them. */
function listValues(key: FilterKey): string {
  return listLabels(key).join("、");
}

/**
 * One way of asking. `example` is a query that shows it and is read without a problem; `meaning` is what it finds,
 * for readers, and `english` the same for `docs/search.md`.
 */
export interface SyntaxRow {
  readonly syntax: string;
  readonly example: string;
  readonly meaning: string;
  readonly english: string;
}

/** The rows of one theme. */
export interface SyntaxGroup {
  readonly title: string;
  readonly englishTitle: string;
  readonly rows: readonly SyntaxRow[];
}

/** The whole query language. The help page and `docs/search.md` derive from it. */
export const syntaxGroups: readonly SyntaxGroup[] = [
  {
    title: "词和短语",
    englishTitle: "Words and phrases",
    rows: [
      {
        syntax: "词 词",
        example: "信访 投诉",
        meaning: "几个词都要有，先后不限；顿号、逗号和空格一样用，中间的 AND（大写）不计",
        english:
          "All words, in any order; Chinese and ASCII commas part words like spaces, `AND` in capitals is passed over",
      },
      {
        syntax: "“短语”",
        example: "“依申请公开”",
        meaning: "引号里的字连着出现；直引号、弯引号、「」和『』都可以",
        english: "These characters side by side; any quotation marks will do",
      },
      {
        syntax: "-词",
        example: "行政诉讼 -败诉 -“依法纠错”",
        meaning:
          "不含紧跟在减号后面的词或短语；减号前要有空格，COVID-19 里的不算；也可以写 NOT 词，NOT 要大写",
        english:
          "Without the word or phrase right behind the minus, which must begin a word; `NOT word`, in capitals, is the same",
      },
      {
        syntax: "词 OR 词",
        example: "年报 收费 OR 费用",
        meaning: "有其中一个就行，只管左右两个词；OR 要大写，也可以写 | 或前后空格的“或”",
        english: "Either of the two beside it; `OR` in capitals, `|`, or `或` between spaces",
      },
      {
        syntax: "（…）",
        example: "（公众号 微信）OR 微博 -（广告 OR 招聘）",
        meaning: "括号里的先合在一起；-（A OR B）是两个都不含，-（A B）是不同时含有",
        english: "What is in brackets goes together; `-(A OR B)` is neither, `-(A B)` not both",
      },
    ],
  },
  {
    title: "筛选",
    englishTitle: "Filters",
    rows: [
      {
        syntax: "year:年份",
        example: "year:2019..2021 不足",
        meaning: "报告年份，可以写 2020、2020,2022、2019-2021、2019..（2019 年起）",
        english: "Report years: `2020`, `2020,2022`, `2019-2021`, `2019..` (since 2019)",
      },
      {
        syntax: "region:地名",
        example: "region:惠安县 行政处罚",
        meaning:
          "这个地方和它下面的各级；可以只写“惠安”，写上级（福建惠安、福建省/惠安县）或拼音（huian）；几个地名用顿号或逗号隔开，同名的地方都算",
        english:
          "A place and all below it: its name, its name without the level, with places above it, or its pinyin; several with commas; every place of that name counts",
      },
      {
        syntax: "section:章节",
        example: "section:问题与改进 人员",
        meaning: `只查年报的这一部分：${listValues("section")}；写名称的一部分或 problems 这样的代号都可以`,
        english:
          "One part of the reports, by (part of) its label or by its key: `preamble`, `overview`, `disclosure`, `requests`, `fees`, `disputes`, `problems`, `other`, `appendix`, `unknown`",
      },
      {
        syntax: "level:层级",
        example: "level:县 培训",
        meaning: `机关所在的层级：${listValues("level")}`,
        english: "The level of the place: `province`, `city`, `county`, `township`",
      },
      {
        syntax: "agency:机构",
        example: "agency:教育局 公众号",
        meaning: "机构名称里含有这几个字",
        english: "The name of the agency holds these characters",
      },
      {
        syntax: "kind:机构类型",
        example: "kind:部门 线上申请",
        meaning: `机关的类型：${listValues("kind")}`,
        english: "The kind of agency: `government`, `department`, `subdistrict`, `zone`, `other`",
      },
      {
        syntax: "form:报告格式",
        example: "form:2021 制发件数",
        meaning: `按哪一年起的格式编写：${listValues("form")}，只写年份就行`,
        english: "The official layout: `2008`, `2014`, `2019`, `2021`",
      },
      {
        syntax: "findings:勾稽核对",
        example: "findings:有矛盾",
        meaning: `表中数字核对的结果：${listValues("findings")}`,
        english: "What the audit came to: `fails`, `holds`, `unchecked`",
      },
      {
        syntax: "attachment:附件",
        example: "attachment:有附件",
        meaning: `年报页面是否带有附件：${listValues("attachment")}`,
        english: "Whether the report's page leads to files: `with`, `without`",
      },
      {
        syntax: "copied:文字雷同",
        example: "copied:与其他机关雷同 改进",
        meaning: `文字与谁雷同的章节：${listValues("copied")}`,
        english:
          "Whose text the section repeats: `agency` (another's), `year` (its own of another year), `none`; `uncompared` where it says too little of its own",
      },
      {
        syntax: "-筛选",
        example: "年报 -year:2020 -region:惠安县",
        meaning: "不要这些年份或地方的，其他筛选也一样",
        english: "All but these; works with every filter",
      },
      {
        syntax: "中文写法",
        example: "地区：惠安县 年份：2019至2021年",
        meaning: "筛选的名称可以写中文，冒号全角半角都行",
        english: "Filters have Chinese names too, and the colon may be full-width",
      },
    ],
  },
  {
    title: "表格里的数字",
    englishTitle: "Numbers of the tables",
    rows: [
      {
        syntax: "名称>数字",
        example: "新收>100 行政处罚≥1,000",
        meaning:
          "年报表格里的这一项大于（>）、不小于（>=）、小于（<）、不大于（<=）、等于（=）或不等于（!=）某数；没有填的不算",
        english:
          "A number of the tables compared: `>`, `>=`, `<`, `<=`, `=`, `!=`; blanks never match",
      },
      {
        syntax: "名称:数字..数字",
        example: "予以公开:10..20 部分公开:5..",
        meaning: "在两个数之间，两头都算；一头可以不写",
        english: "Between two numbers, both included; either end may be open",
      },
      {
        syntax: "表.行.列",
        example: "requests.newReceived.naturalPerson>50",
        meaning: "用数据项的代号，表格里的每一项都能查；只写到行就是这一行的总计",
        english: "Any number by its key as in `docs/forms.md`; a row alone means its total",
      },
    ],
  },
];
