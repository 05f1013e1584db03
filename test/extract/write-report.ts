import type { Form } from "../../corpus/forms/form.ts";
import { escapeHtml, type Layout } from "./layouts.ts";
import { printTables } from "../../demo/generator/print-tables.ts";
import type { Prints } from "../../demo/generator/printed-table.ts";

/** What a written report says besides its numbers. Places and bodies are made up. */
const fictionalWords = {
  title: "云岭县石溪镇2023年政府信息公开工作年度报告",
  intro:
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成，数据统计期限自2023年1月1日起至2023年12月31日止。",
  overview: "2023年，石溪镇主动公开信息120条，收到政府信息公开申请3件。",
};

interface Part {
  readonly heading: string;
  readonly prose: string;
  readonly table: number | null;
}

const partsSince2019: readonly Part[] = [
  { heading: "一、总体情况", prose: "", table: null },
  { heading: "二、主动公开政府信息情况", prose: "", table: 0 },
  { heading: "三、收到和处理政府信息公开申请情况", prose: "", table: 1 },
  { heading: "四、政府信息公开行政复议、行政诉讼情况", prose: "", table: 2 },
  {
    heading: "五、存在的主要问题及改进情况",
    prose: "公开内容还不够细，下一步加强培训。",
    table: null,
  },
  { heading: "六、其他需要报告的事项", prose: "本年度未收取信息处理费。", table: null },
];

const partsBefore2019: readonly Part[] = [
  { heading: "一、概述", prose: "", table: null },
  { heading: "二、主动公开政府信息的情况", prose: "在门户网站公开信息。", table: null },
  { heading: "三、政府信息依申请公开办理情况", prose: "未收到申请。", table: null },
  { heading: "四、政府信息公开的收费及减免情况", prose: "没有收费。", table: null },
  { heading: "五、附件", prose: "", table: 0 },
];

export function listParts(form: Form): readonly Part[] {
  return form.id === "2008" || form.id === "2014" ? partsBefore2019 : partsSince2019;
}

/** A whole report of a form in a layout, with the given numbers. */
export function writeReport(form: Form, layout: Layout, prints: Prints): string {
  const words = fictionalWords;
  const tables = [...printTables(form, { prints, year: 2016 }).values()].map(layout.write);
  const parts = listParts(form).flatMap(({ heading, prose, table }, at) => [
    { text: heading, isTable: false },
    { text: at === 0 ? words.overview : prose, isTable: false },
    ...(table === null ? [] : [{ text: tables[table] ?? "", isTable: true }]),
  ]);
  const blocks = [words.title, words.intro]
    .map((text) => ({ text, isTable: false }))
    .concat(parts)
    .filter(({ text }) => text !== "");
  if (!layout.isHtml) return blocks.map(({ text }) => text).join("\n");
  const html = blocks.map(({ text, isTable }) => (isTable ? text : `<p>${escapeHtml(text)}</p>`));
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>石溪镇</title></head><body><div>${html.join("\n")}</div></body></html>`;
}
