import { describe, expect, it } from "vitest";
import { readMetadata, type Metadata } from "../../indexer/extract/metadata/read-metadata.ts";
import { readMetadataFields } from "../../indexer/extract/metadata/read-metadata-fields.ts";
import { readHtml } from "../../indexer/extract/page/read-html.ts";

function readBlock(html: string): Metadata {
  const page = readHtml(`<body>${html}<p>云岭县政务公开</p></body>`);
  return readMetadata(page, readMetadataFields(page.blocks, 60));
}

const place = "云岭县石溪镇人民政府";
const own = "YLX001-2026-000086";
const number = "云政发〔2026〕3号";

/** The blocks of report-forms.md §7 with values of our own; `|` parts the cells of a table row. */
const blocks: readonly (readonly [string, string, Partial<Metadata>])[] = [
  [
    "spread letters on lines",
    `<p>索&nbsp;&nbsp;引&nbsp;&nbsp;号 ${own} 主题分类 政务</p><p>发布机构 ${place} 发布日期 2026-01-23 19:13</p><p>名　　称 年报</p><p>文　　号 〔〕号</p><p>有  效  性 有效</p><p>来　　源 ${place}</p>`,
    { indexNumber: own, issuer: place, claimed: "2026-01-23", documentNumber: null },
  ],
  [
    "发文日期",
    `<p>索 引 号：${own}</p><p>分 类：政务</p><p>发布机构：${place}</p><p>发文日期：2026年1月23日</p><p>文 号：${number}</p><p>有 效 性：有效</p>`,
    { indexNumber: own, issuer: place, claimed: "2026-01-23", documentNumber: number },
  ],
  [
    "a table with 文件下载",
    `<table><tr><td>名称</td><td>年报</td><td>索引号</td><td>${own}</td></tr><tr><td>分类</td><td>政务</td><td>发布机构</td><td>${place}</td></tr><tr><td>发文日期</td><td>2026/1/23</td><td>文号</td><td>${number}</td></tr><tr><td>关键词</td><td></td><td>文件下载</td><td></td></tr><tr><td>时效</td><td>有效</td></tr></table>`,
    { indexNumber: own, issuer: place, claimed: "2026-01-23", documentNumber: number },
  ],
  [
    "发文机关 with 成文日期 and 发布日期",
    `<p>标题：年报 索引号：${own} 分&nbsp;&nbsp;类：政务</p><p>发文机关：${place} 成文日期：2026-01-09</p><p>文 号：${number} 发布日期：2026-01-23</p>`,
    { issuer: place, claimed: "2026-01-23", published: "2026-01-23", written: "2026-01-09" },
  ],
  [
    "公开方式 and 发文日期",
    `<p>索引号：${own} 公开方式：主动公开 发文日期：2026-01-23</p>`,
    { indexNumber: own, claimed: "2026-01-23", written: null },
  ],
  [
    "文件编号, 组配分类 and 浏览次数",
    `<p>索引号：${own}</p><p>公开方式：主动公开</p><p>发布机构：${place}</p><p>组配分类：年报</p><p>文件编号：${number}</p><p>发文日期：2026-01-23</p><p>成文日期：2026-01-09</p><p>有效性：有效</p><p>浏览次数：12</p>`,
    { documentNumber: number, claimed: "2026-01-23", written: "2026-01-09" },
  ],
  [
    "发布文号, 信息来源 and 主题导航",
    `<p>索引号：${own} 组配分类：年报 发文日期：2026-01-23 发布文号：${number} 关键词： 信息来源：${place} 主题导航：政务 信息名称：年报 内容概述：略</p>`,
    { indexNumber: own, documentNumber: number, issuer: place, claimed: "2026-01-23" },
  ],
  [
    "labels in brackets",
    `<p>[ 索 引  号 ] ${own}</p><p>[ 文 号 ] ${number}</p><p>[ 发布机构 ] ${place}</p><p>[ 成文日期 ] 2026-01-09</p><p>[ 公开日期 ] 2026-01-23</p><p>[ 有 效 性 ] 有效</p>`,
    { issuer: place, claimed: "2026-01-23", written: "2026-01-09", documentNumber: number },
  ],
  [
    "备注/文号 and 公文生成日期",
    `<p>索 引 号：${own}</p><p>备注/文号：${number}</p><p>发布机构：${place}</p><p>公文生成日期：2026-01-09</p>`,
    { published: "2026-01-09", claimed: null, written: "2026-01-09", documentNumber: number },
  ],
  [
    "时间 and 作者",
    `<p>发布机构：${place} 索引号：${own} 时间：2026-01-23 作者：李某 【字体】【下载Word】【下载PDF】</p>`,
    { issuer: place, indexNumber: own, claimed: "2026-01-23" },
  ],
  [
    "作者 that is a body",
    `<p>时间：2026-01-23 作者：${place} 点击：30</p>`,
    { issuer: place, claimed: "2026-01-23" },
  ],
  ["作者 that is a person", "<p>时间：2026-01-23 作者：李某某</p>", { issuer: null }],
  [
    "生成日期 beside 发布日期",
    `<table><tr><td>索引号：</td><td>${own}</td><td>组配分类：</td><td>年报</td></tr><tr><td>发布机构：</td><td>${place}</td><td>文号：</td><td></td></tr><tr><td>生成日期：</td><td>2026-01-09</td><td>发布日期：</td><td>2026-01-23</td></tr></table>`,
    { published: "2026-01-23", claimed: "2026-01-23", written: "2026-01-09" },
  ],
  [
    "信息来源, 发布日期 and 浏览次数",
    `<p>信息来源：${place}　发布日期：2026-01-23　浏览次数：<span id="n"></span></p>`,
    { issuer: place, claimed: "2026-01-23" },
  ],
  ["发布日期 and 点击数", "<p>发布日期：2026-01-23 点击数：15</p>", { claimed: "2026-01-23" }],
  [
    "时间, 来源, 作者 and 点击",
    `<p>时间：2026-01-23 来源：${place} 作者： 点击：3</p>`,
    { issuer: place, claimed: "2026-01-23" },
  ],
  [
    "点击数:人次",
    `<p>来源：${place} 发布日期：2026-01-23 点击数:<span>5</span>人次</p>`,
    { issuer: place, claimed: "2026-01-23" },
  ],
  [
    "发文字号",
    `<p>发布时间：2026-01-23 10:00 来源：${place} 发文字号：${number} 【字体】打印</p>`,
    { documentNumber: number, issuer: place, claimed: "2026-01-23" },
  ],
  [
    "发表日期 and 文章来源",
    `<p>发表日期：二〇二六年一月二十三日 文章来源：${place}</p>`,
    { issuer: place, claimed: "2026-01-23" },
  ],
];

describe("the metadata block of a portal", () => {
  it.each(blocks)("with %s", (_, html, expected) => {
    expect(readBlock(html)).toMatchObject(expected);
  });
});
