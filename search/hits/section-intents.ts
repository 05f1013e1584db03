import type { SectionKind } from "../../corpus/section.ts";

/** Words that tell which part of a report a question is about, and the part. */
const intents: readonly { readonly section: SectionKind; readonly words: RegExp }[] = [
  {
    section: "requests",
    words:
      /申请|收到|受理|答复|办结|予以公开|不予|部分公开|无法提供|结转|新收|重复|补正|自然人|法人/u,
  },
  { section: "disputes", words: /复议|诉讼|败诉|胜诉|纠正|维持|审结|被告|应诉|法院/u },
  { section: "problems", words: /问题|不足|改进|整改|下一步|短板|薄弱|措施|困难/u },
  {
    section: "disclosure",
    words: /主动公开|规章|规范性文件|行政许可|行政处罚|行政强制|行政事业性收费|采购/u,
  },
  { section: "fees", words: /收费|减免|信息处理费|费用/u },
  {
    section: "overview",
    words: /总体|概况|机构建设|组织领导|平台建设|监督保障|制度建设|培训|解读/u,
  },
  { section: "other", words: /其他|需要报告|处理费|建议提案|提案/u },
];

/** The parts of a report that words ask about; none where they tell nothing of it. */
export function findSectionIntents(words: readonly string[]): ReadonlySet<SectionKind> {
  const found = intents.filter((intent) => words.some((word) => intent.words.test(word)));
  return new Set(found.map(({ section }) => section));
}

/** The parts of a report that hold the numbers of conditions. */
export function findTableSections(
  conditions: readonly { readonly fact: string }[],
): ReadonlySet<SectionKind> {
  return new Set(conditions.flatMap(({ fact }) => sectionOfTable[fact.split(".")[0] ?? ""] ?? []));
}

const sectionOfTable: Readonly<Record<string, SectionKind>> = {
  disclosure: "disclosure",
  requests: "requests",
  disputes: "disputes",
};
