import type { Form, FormRow } from "./form.ts";

interface Indicator {
  readonly key: string;
  readonly number?: string;
  readonly label: string;
  readonly variants?: readonly string[];
  /** Where it is not that of the chapter. */
  readonly unit?: string;
}

/** Rows of a chapter: `name` is its line without number; where that is a row like others (`四、行政复议数量`) there is none. */
function buildChapter(
  { name, unit, group }: { readonly name?: string; readonly unit: string; readonly group?: string },
  rows: readonly Indicator[],
): readonly FormRow[] {
  const groups = [name, group].filter((one) => one !== undefined);
  return rows.map((row) => ({
    unit,
    ...row,
    ...(groups.length > 0 && { groups }),
    ...(row.key.includes(".") && { groupKey: row.key.slice(0, row.key.lastIndexOf(".")) }),
  }));
}

const disclosure = "一、主动公开情况";
const responses = "二、回应解读情况";
const organization = "八、机构建设和保障经费情况";

const published: readonly FormRow[] = [
  ...buildChapter({ name: disclosure, unit: "条" }, [
    {
      key: "published",
      number: "（一）",
      label: "主动公开政府信息数",
      variants: ["主动公开信息数", "主动公开政府信息总数"],
    },
    {
      key: "published.normativeDocuments",
      number: "其中：",
      label: "主动公开规范性文件数",
      variants: ["主动公开规范性文件数量"],
    },
    {
      key: "normativeDocuments",
      label: "制发规范性文件总数",
      variants: ["制发规范性文件数", "制发规范性文件数量"],
      unit: "件",
    },
  ]),
  ...buildChapter(
    { name: disclosure, unit: "条", group: "（二）通过不同渠道和方式公开政府信息的情况" },
    [
      { key: "published.gazette", number: "1.", label: "政府公报公开政府信息数" },
      { key: "published.website", number: "2.", label: "政府网站公开政府信息数" },
      { key: "published.microblog", number: "3.", label: "政务微博公开政府信息数" },
      { key: "published.wechat", number: "4.", label: "政务微信公开政府信息数" },
      {
        key: "published.other",
        number: "5.",
        label: "其他方式公开政府信息数",
        variants: ["其它方式公开政府信息数"],
      },
    ],
  ),
];

const answers: readonly FormRow[] = [
  ...buildChapter({ name: responses, unit: "次" }, [
    {
      key: "responses",
      number: "（一）",
      label: "回应公众关注热点或重大舆情数",
      variants: ["回应公众关注热点及重大舆情数"],
    },
  ]),
  ...buildChapter(
    { name: responses, unit: "次", group: "（二）通过不同渠道和方式回应解读的情况" },
    [
      {
        key: "responses.conferences",
        number: "1.",
        label: "参加或举办新闻发布会总次数",
        variants: ["参加或举办新闻发布会次数", "参加举办新闻发布会总次数"],
      },
      {
        key: "responses.conferences.leaders",
        number: "其中：",
        label: "主要负责同志参加新闻发布会次数",
        variants: ["主要负责同志参加新闻发布会总次数"],
      },
      {
        key: "responses.interviews",
        number: "2.",
        label: "政府网站在线访谈次数",
        variants: ["政府网站在线访谈总次数"],
      },
      {
        key: "responses.interviews.leaders",
        number: "其中：",
        label: "主要负责同志参加政府网站在线访谈次数",
        variants: ["主要负责同志参加政府网站在线访谈总次数"],
      },
      {
        key: "responses.explanations",
        number: "3.",
        label: "政策解读稿件发布数",
        variants: ["政策解读稿件发布数量"],
        unit: "篇",
      },
      { key: "responses.social", number: "4.", label: "微博微信回应事件数" },
      {
        key: "responses.other",
        number: "5.",
        label: "其他方式回应事件数",
        variants: ["其它方式回应事件数"],
      },
    ],
  ),
];

const requests = buildChapter({ name: "三、依申请公开情况", unit: "件" }, [
  { key: "received", number: "（一）", label: "收到申请数", variants: ["收到申请总数"] },
  { key: "received.inPerson", number: "1.", label: "当面申请数" },
  { key: "received.fax", number: "2.", label: "传真申请数" },
  {
    key: "received.online",
    number: "3.",
    label: "网络申请数",
    variants: ["网上申请数", "通过网络提交申请数"],
  },
  { key: "received.letter", number: "4.", label: "信函申请数" },
  { key: "concluded", number: "（二）", label: "申请办结数", variants: ["申请办结总数"] },
  { key: "concluded.onTime", number: "1.", label: "按时办结数" },
  { key: "concluded.extended", number: "2.", label: "延期办结数" },
  { key: "answered", number: "（三）", label: "申请答复数", variants: ["申请答复总数"] },
  { key: "answered.alreadyPublished", number: "1.", label: "属于已主动公开范围数" },
  { key: "answered.granted", number: "2.", label: "同意公开答复数" },
  { key: "answered.partial", number: "3.", label: "同意部分公开答复数" },
  { key: "answered.denied", number: "4.", label: "不同意公开答复数" },
  {
    key: "answered.denied.stateSecret",
    number: "其中：",
    label: "涉及国家秘密",
    variants: ["涉及国家秘密数"],
  },
  {
    key: "answered.denied.tradeSecret",
    label: "涉及商业秘密",
    variants: ["涉及商业秘密数"],
  },
  {
    key: "answered.denied.privacy",
    label: "涉及个人隐私",
    variants: ["涉及个人隐私数"],
  },
  {
    key: "answered.denied.safetyStability",
    label: "危及国家安全、公共安全、经济安全和社会稳定",
    variants: ["危及国家安全、公共安全、经济安全和社会稳定数"],
  },
  {
    key: "answered.denied.notGovernmentInformation",
    label: "不是《条例》所指政府信息",
    variants: ["不是《条例》所指政府信息数"],
  },
  {
    key: "answered.denied.otherLaw",
    label: "法律法规规定的其他情形",
    variants: ["法律法规规定的其它情形", "法律法规规定的其他情形数"],
  },
  { key: "answered.notOwn", number: "5.", label: "不属于本行政机关公开数" },
  { key: "answered.notFound", number: "6.", label: "申请信息不存在数" },
  { key: "answered.toBeAmended", number: "7.", label: "告知作出更改补充数" },
  { key: "answered.elsewhere", number: "8.", label: "告知通过其他途径办理数" },
]);

const disputes = buildChapter({ unit: "件" }, [
  { key: "review", number: "四、", label: "行政复议数量", variants: ["行政复议数"] },
  { key: "review.upheld", number: "（一）", label: "维持具体行政行为数" },
  { key: "review.corrected", number: "（二）", label: "被依法纠错数" },
  { key: "review.otherResult", number: "（三）", label: "其他情形数" },
  { key: "litigation", number: "五、", label: "行政诉讼数量", variants: ["行政诉讼数"] },
  {
    key: "litigation.upheld",
    number: "（一）",
    label: "维持具体行政行为或者驳回原告诉讼请求数",
    variants: ["维持具体行政行为或驳回原告诉讼请求数"],
  },
  { key: "litigation.corrected", number: "（二）", label: "被依法纠错数" },
  { key: "litigation.otherResult", number: "（三）", label: "其他情形数" },
  { key: "complaints", number: "六、", label: "举报投诉数量", variants: ["举报投诉数"] },
  {
    key: "fees.requests",
    number: "七、",
    label: "依申请公开信息收取的费用",
    variants: ["依申请公开信息收取费用"],
    unit: "万元",
  },
]);

const means: readonly FormRow[] = [
  ...buildChapter({ name: organization, unit: "人" }, [
    {
      key: "offices",
      number: "（一）",
      label: "政府信息公开工作专门机构数",
      variants: ["政府信息公开专门机构数"],
      unit: "个",
    },
    {
      key: "readingPoints",
      number: "（二）",
      label: "设置政府信息公开查阅点数",
      variants: ["设置政府信息公开查阅点", "政府信息公开查阅点数"],
      unit: "个",
    },
    {
      key: "staff",
      number: "（三）",
      label: "从事政府信息公开工作人员数",
      variants: ["从事政府信息公开工作人数"],
    },
    { key: "staff.fullTime", number: "1.", label: "专职人员数" },
    { key: "staff.partTime", number: "2.", label: "兼职人员数" },
    {
      key: "funds",
      number: "（四）",
      label: "政府信息公开专项经费",
      variants: ["政府信息公开工作专项经费"],
      unit: "万元",
    },
  ]),
  ...buildChapter({ name: "九、政府信息公开会议和培训情况", unit: "次" }, [
    {
      key: "meetings",
      number: "（一）",
      label: "召开政府信息公开工作会议或专题会议数",
      variants: ["召开政府信息公开会议或专题会议数"],
    },
    { key: "trainings", number: "（二）", label: "举办各类培训班数" },
    { key: "trainees", number: "（三）", label: "接受培训人员数", unit: "人次" },
  ]),
];

/** The national indicator table of report years 2014 to 2018; local forms that extend it keep its rows. */
export const form2014: Form = {
  id: "2014",
  notice: "国办发〔2014〕32号",
  marks: [
    "统计指标",
    "统计数",
    "回应公众关注热点或重大舆情数",
    "申请办结数",
    "告知作出更改补充数",
    "告知通过其他途径办理数",
  ],
  tables: [
    {
      key: "indicators",
      caption: "政府信息公开情况统计表",
      layout: "rows",
      blocks: [
        {
          corner: "统计指标",
          columns: [
            { key: "value", label: "统计数", variants: ["统计数据", "统计数量", "统计数值"] },
          ],
          rows: [...published, ...answers, ...requests, ...disputes, ...means],
        },
      ],
    },
  ],
};
