import { writeNumbered, writeParagraph, writeText } from "./write-docx.ts";

/** What `buildOddBody` shows a reader, line by line; its table as texts by column. */
export const oddLines: readonly string[] = [
  "青溪县教育局2022年政府信息公开工作年度报告",
  "一、总体情况",
  "（一）主动公开",
  "1. 制度",
  "2. 平台",
  "（二）依申请公开",
  "二、其他需要报告的事项",
  "收到34件",
  "见政府网站首页",
  "第一行",
  "第二行",
  "含上年结转",
];

export const oddGrid: readonly (readonly string[])[] = [
  ["0:指标名称", "1:合计", "2:其中网上", "3:当面"],
  ["0:三、本年度办理结果", "1:（一）予以公开", "2:12", "3:"],
  ["1:（二）部分公开", "2:3"],
];

const columnWidth = 2_000;

function cell(paragraphs: readonly string[], { columns = 1, merge = "" } = {}): string {
  const words = paragraphs.map((text) => writeParagraph(writeText(text))).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="${columnWidth * columns}" w:type="dxa"/><w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>${words}</w:tc>`;
}

/** A document with everything that loses words or moves them: fields, notes, breaks, deleted and hidden text. */
export function buildOddBody(): {
  readonly body: string;
  readonly parts: Readonly<Record<string, string>>;
} {
  const rows = [
    [cell(["指标", "名称"]), cell(["合计"]), cell(["其中", "网上"]), cell(["当面"])],
    [
      cell(["三、本年度办理结果"], { merge: '<w:vMerge w:val="restart"/>' }),
      cell(["（一）予以公开"]),
      cell(["12"]),
      cell([""]),
    ],
    [cell([""], { merge: "<w:vMerge/>" }), cell(["（二）部分公开"]), cell(["3"], { columns: 2 })],
  ];
  const grid = `<w:gridCol w:w="${columnWidth}"/>`.repeat(4);
  const table = `<w:tbl><w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const link = `${field("begin")}<w:r><w:instrText xml:space="preserve"> HYPERLINK "http://a.example/" </w:instrText></w:r>${field("separate")}${writeText("政府网站")}${field("end")}`;
  const author = 'w:id="1" w:author="某人" w:date="2023-01-01T00:00:00Z"';
  const body = [
    writeParagraph(writeText("青溪县教育局2022年政府信息公开工作年度报告")),
    writeNumbered("总体情况", 1),
    writeNumbered("主动公开", 1, 1),
    writeNumbered("制度", 1, 2),
    writeNumbered("平台", 1, 2),
    writeNumbered("依申请公开", 1, 1),
    table,
    writeNumbered("其他需要报告的事项", 1),
    writeParagraph(
      `${writeText("收到")}<w:del ${author}><w:r><w:delText>12</w:delText></w:r></w:del><w:ins ${author}>${writeText("34")}</w:ins>${writeText("件")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r>`,
    ),
    writeParagraph(`${writeText("见")}${link}${writeText("首页")}`),
    writeParagraph(`${writeText("第一行")}<w:r><w:br/></w:r>${writeText("第二行")}`),
  ].join("");
  return { body, parts: { "word/footnotes.xml": footnotes, ...relations } };
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const footnotes = `<w:footnotes ${word}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${writeParagraph(writeText("含上年结转"))}</w:footnote></w:footnotes>`;
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = {
  "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/numbering" Target="numbering.xml"/><Relationship Id="rId2" Type="${relation}/footnotes" Target="footnotes.xml"/></Relationships>`,
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`,
};
