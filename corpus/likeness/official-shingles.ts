import type { FormBlock, FormTable } from "../forms/form.ts";
import { forms } from "../forms/forms.ts";
import { sectionLabels } from "../section.ts";
import { buildShingles } from "./build-shingles.ts";

/** What official forms have everybody write beside their labels. */
const officialSentences: readonly string[] = [
  "根据《中华人民共和国政府信息公开条例》要求，特向社会公布政府信息公开工作年度报告。",
  "本报告根据《中华人民共和国政府信息公开条例》和国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知编制。",
  "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条规定，编制并公布本年度报告。",
  "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
  "本报告所列数据的统计期限自1月1日起至12月31日止。如对本报告有疑问，请与办公室联系。联系地址、邮编、联系电话、电子邮箱。",
  "因政府信息公开被申请行政复议、提起行政诉讼情况",
  "政府信息公开工作存在的主要问题及改进情况",
  "其他需要报告的事项",
  "无其他需要报告的事项。本年度无其他需要报告的事项。",
  "根据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》规定，按件、按量收取信息处理费，本年度没有收取信息处理费，未收取信息处理费。",
  "主动公开、依申请公开、政府信息管理、平台建设、监督保障",
];

/** The shingles of what the official forms themselves say: their labels in every variant and their fixed sentences. */
export function buildOfficialShingles(): ReadonlySet<string> {
  const labels = forms.flatMap(({ notice, marks, tables }) => [
    notice,
    ...marks,
    ...tables.flatMap(listTableTexts),
  ]);
  const texts = [...labels, ...Object.values(sectionLabels), ...officialSentences];
  return buildShingles(texts.join("\n"));
}

function listTableTexts({ caption, blocks }: FormTable): readonly string[] {
  return [caption, ...blocks.flatMap(listBlockTexts)];
}

function listBlockTexts({ heading, corner, columns, rows }: FormBlock): readonly string[] {
  return [
    heading ?? "",
    corner ?? "",
    ...columns.flatMap(({ label, variants = [], group = "" }) => [label, group, ...variants]),
    ...rows.flatMap(({ label, number = "", groups = [], variants = [] }) =>
      [...groups, label, ...variants].flatMap((text) => [text, `${number}${text}`]),
    ),
  ];
}
