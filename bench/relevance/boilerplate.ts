import type { SectionKind } from "../../corpus/section.ts";

/** The sections of a report by the time of its form, with their headings. */
export const unifiedHeadings: readonly (readonly [SectionKind, string])[] = [
  ["overview", "一、总体情况"],
  ["disclosure", "二、主动公开政府信息情况"],
  ["requests", "三、收到和处理政府信息公开申请情况"],
  ["disputes", "四、政府信息公开行政复议、行政诉讼情况"],
  ["problems", "五、存在的主要问题及改进情况"],
  ["other", "六、其他需要报告的事项"],
];

export const earlierHeadings: readonly (readonly [SectionKind, string])[] = [
  ["overview", "一、概述"],
  ["disclosure", "二、主动公开政府信息的情况"],
  ["requests", "三、政府信息依申请公开办理情况"],
  ["fees", "四、政府信息公开的收费及减免情况"],
  ["disputes", "五、因政府信息公开申请行政复议、提起行政诉讼的情况"],
  ["problems", "六、存在的主要问题及改进措施"],
];

/**
 * Sentences that many reports share word for word or but for a number: `#` is a number below 2000, `@` the body,
 * `~` the year. The words that places are also called by (建设, 团结, 公平, 新建) stand in them as common words.
 */
export const boilerplate: Readonly<Partial<Record<SectionKind, readonly string[]>>> = {
  overview: [
    "~年，@认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以人民为中心，扎实推进政务公开各项工作。",
    "本报告所列数据的统计期限自~年1月1日起至12月31日止，如有疑问请与@办公室联系，电话12345。",
    "加强组织领导，调整政务公开领导小组，形成主要领导亲自抓、分管领导具体抓的格局。",
    "围绕中心工作，通过门户网站公开信息#条，发布政策解读#篇，回应社会关切#次。",
    "加强平台建设，新建栏目#个，调整栏目#个，网站已支持IPv6访问。",
    "团结协作、密切配合，做好信息发布、解读和回应，努力建设服务型机关。",
    "收到政府信息公开申请#件，均在法定期限内办结，未收取任何费用。",
    "开展政务公开培训#次，参加人员#人次，工作人员能力得到提升。",
  ],
  disclosure: [
    "规章  #\n行政规范性文件  #\n行政许可  #\n行政处罚  #\n行政强制  #\n行政事业性收费  #万元",
    "制发行政规范性文件#件，废止#件，现行有效#件。",
    "主动公开财政预算决算、重大建设项目、公共资源配置和社会公益事业等领域的信息#条。",
    "按照公开透明、公平公正的要求，及时公布行政处罚和行政许可结果#件。",
    "完善基层政务公开标准目录，梳理公开事项#项。",
    "政务新媒体发布信息#条，公开栏更新#次，查阅点接待#人次。",
  ],
  requests: [
    "本年新收政府信息公开申请数量  #\n上年结转政府信息公开申请数量  #\n予以公开  #\n部分公开  #\n不予公开  #\n无法提供  #\n不予处理  #",
    "~年共收到政府信息公开申请#件，其中当面申请#件，网络申请#件，信函申请#件。",
    "申请内容主要涉及土地、住房、财政资金等方面，均依法依规答复。",
    "规范依申请公开办理流程，严格把握登记、审核、答复、归档各环节。",
    "因本机关不掌握相关信息而无法提供的#件，已告知申请人获取途径。",
    "与申请人保持沟通，了解其真实需求，申请答复的满意度有所提高。",
  ],
  fees: [
    "~年，@未因政府信息公开收取检索、复制、邮寄等费用。",
    "按照国家有关规定减免困难群众的相关费用，共减免#元。",
    "收费标准在办事窗口公示，接受群众监督。",
  ],
  disputes: [
    "行政复议  维持#  纠正#  尚未审结#\n行政诉讼  维持#  纠正#  尚未审结#",
    "~年因政府信息公开被申请行政复议#件，被提起行政诉讼#件。",
    "本年度没有发生因政府信息公开引起的行政复议和行政诉讼。",
    "加强法制审核，从源头减少争议，推动矛盾化解在基层。",
    "对复议机关指出的程序问题，已全部改正。",
  ],
  problems: [
    "存在的主要问题：一是公开的主动性有待加强，二是政策解读形式单一，三是信息更新不够及时。",
    "改进措施：进一步提高思想认识，健全工作制度，加大督促检查力度。",
    "下一步将拓宽公开渠道，丰富公开内容，以公开促规范、促服务。",
    "部分单位对公开工作重视不够，内容与群众期待还有差距。",
    "加强业务学习，邀请专家授课#次，开展检查#次，通报问题#个。",
    "推动文明办事、规范服务，让公开成为自觉，不断增强群众的幸福感。",
  ],
  other: [
    "本年度没有其他需要报告的事项。",
    "本报告电子版可在@门户网站下载。",
    "按照要求报送年度报告，办理人大代表建议#件、政协提案#件，结果全部公开。",
    "落实年度政务公开工作要点，承担任务#项，全部完成。",
    "利用云集各类信息的公共渡口和桥头堡作用，服务基层治理。",
  ],
};

/** Sentences that name topics in passing: `{}` is the list of their terms. */
export const passingMentions: readonly string[] = [
  "聚焦{}等领域，及时发布相关信息。",
  "群众来电多询问{}等事项。",
  "公开内容涵盖{}等方面。",
  "政策解读涉及{}等热点。",
];

/** Sentences that name another place in passing: `{}` is its name with the county before a township's. */
export const placeMentions: readonly string[] = [
  "组织人员赴{}学习交流。",
  "借鉴{}的做法，改进公开方式。",
  "与{}建立信息互通机制。",
];

/** Departments that counties and cities have, by how their names end. */
export const countyDepartments = [
  "教育局",
  "公安局",
  "水利局",
  "农业农村局",
  "卫生健康局",
] as const;
export const cityDepartments = ["财政局", "市场监督管理局", "自然资源和规划局"] as const;
export const provinceDepartments = ["交通运输厅", "民政厅"] as const;
