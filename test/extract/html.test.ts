import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { form2008 } from "../../corpus/forms/form-2008.ts";
import { form2019 } from "../../corpus/forms/form-2019.ts";
import { form2021 } from "../../corpus/forms/form-2021.ts";
import { layouts } from "./layouts.ts";
import { listNumbers, readText } from "./read-text.ts";
import { writeReport } from "./write-report.ts";
import { numberAll } from "../../demo/generator/written-numbers.ts";

const html = layouts.filter(({ isHtml }) => isHtml);

describe.each(html)("a page in $name", (layout) => {
  it.each([form2008, form2019, form2021])(
    "of form $id finds each number again by its selector",
    (form) => {
      const page = writeReport(form, layout, numberAll(form));
      const $ = load(page);
      const { facts } = readText(page);
      expect(facts.length).toBe(numberAll(form).size);
      for (const { at, raw } of facts) expect(at.in === "html" && $(at.selector).text()).toBe(raw);
    },
  );
});

const [layout] = html;
const page = layout ? writeReport(form2021, layout, numberAll(form2021)) : "";

describe("a page of form 2021", () => {
  it("reads the same inside the frame of a portal", () => {
    const framed = page
      .replace(
        "<body>",
        `<body><nav><a>首页</a></nav><script>var a = "<p>一、总体情况</p>"</script><ul><li>政务公开</li></ul><div class="TRS_Editor">`,
      )
      .replace(
        "</body>",
        "</div><div>上一篇：云岭县砚山乡2023年政府信息公开工作年度报告</div><p>扫一扫在手机打开当前页</p></body>",
      );
    const plain = readText(page);
    const reading = readText(framed);
    expect(listNumbers(reading)).toEqual(listNumbers(plain));
    expect(reading.sections).toEqual(plain.sections);
    expect(reading.preamble).toBe(plain.preamble);
    expect(reading.title).toBe(plain.title);
  });

  it("reads the same in a table that lays out the page", () => {
    const laid = page
      .replace("<body>", "<body><table><tr><td>导航</td><td>")
      .replace("</body>", "</td></tr></table></body>");
    expect(listNumbers(readText(laid))).toEqual(listNumbers(readText(page)));
  });

  it("reads the same with tags that nobody closed", () => {
    const open = page.replaceAll("</td>", "").replaceAll("</tr>", "").replaceAll("</p>", "");
    expect(listNumbers(readText(open))).toEqual(listNumbers(readText(page)));
  });

  it("reads the same where table 2 is split in one table for each item", () => {
    const start = page.indexOf('<tr><td colspan="4"><p><span>第二十条第（五）项');
    const split = `${page.slice(0, start)}</tbody></table><p></p><table><tbody>${page.slice(start)}`;
    expect(start).toBeGreaterThan(0);
    expect(listNumbers(readText(split))).toEqual(listNumbers(readText(page)));
  });

  it("reads glued cells only where there is one way to part them", () => {
    const glued = page.replace(
      /<tr><td><p><span>规章.*?<\/tr>/u,
      "<tr><td><p>规章0012</p></td></tr>",
    );
    const numbers = listNumbers(readText(glued));
    expect(
      ["made", "repealed", "effective"].map((column) => numbers.get(`disclosure.rules.${column}`)),
    ).toEqual([0, 0, 12]);
    const unclear = listNumbers(readText(glued.replace("规章0012", "规章1112")));
    expect(unclear.get("disclosure.rules.made")).toBeNull();
    expect(unclear.get("disclosure.normativeDocuments.made")).toBe(4);
  });

  it("keeps a row that no form knows under its group", () => {
    const cells = [3, 0, 0, 0, 0, 0, 3].map((n) => `<td>${n}</td>`).join("");
    const grown = page.replace(
      /<tr><td( rowspan="\d")?><p><span>（四）无法提供/u,
      `<tr><td>9.属于工作秘密</td>${cells}</tr>$&`,
    );
    const reading = readText(grown);
    expect(listNumbers(reading).get("requests.denied.属于工作秘密.naturalPerson")).toBe(3);
    expect(listNumbers(reading).get("requests.unable.notHeld.naturalPerson")).toBe(
      listNumbers(readText(page)).get("requests.unable.notHeld.naturalPerson"),
    );
    expect(reading.facts.length).toBe(207);
    expect(reading.facts.find(({ row }) => row === "denied.属于工作秘密")?.label).toBe(
      "属于工作秘密",
    );
  });

  it("mends a label with one wrong character, and only within its number", () => {
    const typo = readText(page.replace("6.属于四类过程性信息", "6.属于四类过程姓信息"));
    expect(listNumbers(typo)).toEqual(listNumbers(readText(page)));
    const other = listNumbers(
      readText(page.replace("6.属于四类过程性信息", "9.属于四类过程姓信息")),
    );
    expect(other.has("requests.denied.process.total")).toBe(false);
    expect(other.get("requests.denied.属于四类过程姓信息.total")).toBeTypeOf("number");
  });

  it("takes a table that is printed twice once, and says where the prints differ", () => {
    const [table = ""] = /<table>.*?<\/table>/su.exec(page) ?? [];
    const twice = readText(page.replace(table, table + table));
    expect(listNumbers(twice)).toEqual(listNumbers(readText(page)));
    expect(twice.warnings.some((warning) => warning.includes("印了两次"))).toBe(false);
    const differing = readText(page.replace(table, table + table.replace(">1<", ">100<")));
    expect(differing.warnings.some((warning) => warning.includes("印了两次"))).toBe(true);
  });
});

describe("cells", () => {
  const rows = (cells: string): string =>
    page.replace(/<tr><td><p><span>规章.*?<\/tr>/u, `<tr><td>规章</td>${cells}</tr>`);
  const read = (cells: string): readonly unknown[] =>
    ["made", "repealed", "effective"].map((column) =>
      listNumbers(readText(rows(cells))).get(`disclosure.rules.${column}`),
    );

  it.each([
    ["<td>1</td><td></td><td>3</td>", [1, null, 3]],
    ["<td>/</td><td>-</td><td>—</td>", [null, null, null]],
    ["<td>&nbsp;</td><td>空</td><td>0</td>", [null, null, 0]],
    ["<td>１２</td><td>1,234</td><td>5件</td>", [12, 1234, 5]],
    ["<td> 1 </td><td>\n2\n</td><td><b>3</b></td>", [1, 2, 3]],
    ["<td>约10</td><td>2</td><td>3</td>", [null, 2, 3]],
    ["<td>1</td><td>2</td>", [null, null, null]],
    ["<td>1</td><td>2</td><td>3</td><td>4</td>", [null, null, null]],
    ["<td>2-3</td><td>2</td><td>3</td>", [null, 2, 3]],
    ["<td>12<span style='display:none'>34</span></td><td>2</td><td>3</td>", [12, 2, 3]],
    [
      "<td>12<b hidden>34</b></td><td><i style='visibility: hidden'>2</i></td><td>3</td>",
      [12, null, 3],
    ],
    ["<td><s>5</s>7</td><td><del>1</del>2</td><td><strike>4</strike>3</td>", [7, 2, 3]],
    ["<td>1</td><td style='display:none'>9</td><td>2</td><td>3</td>", [1, 2, 3]],
    ["<td>1</td><td hidden>9</td><td>2</td><td>3</td>", [1, 2, 3]],
    ["<td style='color:red'>1</td><td style='display:table-cell'>2</td><td>3</td>", [1, 2, 3]],
    ["<td>1</td><td><sup>2</sup></td><td>3件<sup>1</sup></td>", [1, 2, 3]],
  ])("%s", (cells, expected) => {
    expect(read(cells)).toEqual(expected);
  });
});

describe("a raised mark", () => {
  const read = (cells: string): ReturnType<typeof readText> =>
    readText(page.replace(/<tr><td><p><span>规章.*?<\/tr>/u, `<tr>${cells}</tr>`));
  const marks = ["<sup>1</sup>", "<sub>1</sub>", "<span style='vertical-align: super'>1</span>"];

  it.each(marks)("%s is no figure of the number before it", (mark) => {
    const numbers = listNumbers(read(`<td>规章</td><td>125${mark}</td><td>2</td><td>3</td>`));
    expect(numbers.get("disclosure.rules.made")).toBeNull();
    expect([...numbers.values()]).not.toContain(1251);
    expect(numbers.get("disclosure.normativeDocuments.made")).toBe(4);
  });

  it.each([...marks, "<sup>[1]</sup>"])("%s behind a label is no part of it", (mark) => {
    const numbers = listNumbers(read(`<td>规章${mark}</td><td>1</td><td>2</td><td>3</td>`));
    expect(
      ["made", "repealed", "effective"].map((column) => numbers.get(`disclosure.rules.${column}`)),
    ).toEqual([1, 2, 3]);
  });
});

describe("a table that the reader does not see", () => {
  const [table = ""] = /<table>.*?<\/table>/su.exec(page) ?? [];
  const copy = table.replaceAll(/>\d+</gu, ">99<");

  it.each([
    copy.replace("<table>", "<table style='display:none'>"),
    `<div style="width:0; display : none">${copy}</div>`,
    `<div hidden>${copy}</div>`,
    copy.replaceAll("<tr>", "<tr style='visibility:hidden'>"),
  ])("gives no number: %.40s", (hidden) => {
    const reading = readText(page.replace(table, `${hidden}${table}`));
    expect(listNumbers(reading)).toEqual(listNumbers(readText(page)));
    expect(reading.warnings).toEqual(readText(page).warnings);
  });

  it("is the page itself only until its script has run", () => {
    const late = page.replace("<body>", "<body style='display:none'>");
    expect(listNumbers(readText(late))).toEqual(listNumbers(readText(page)));
  });
});

describe("a link to another report", () => {
  const other = "云岭县石溪镇2024年政府信息公开工作年度报告";
  const lists = [
    `<ul><li><a href="2024.html">${other}</a></li></ul>`,
    `<ul><li>· <a>${other}</a> 2025-01-20</li></ul>`,
    `<div><a href="2024.html"><p>${other}</p></a></div>`,
  ];

  it.each(lists)("names neither title nor year: %s", (list) => {
    const reading = readText(page.replace("<body>", `<body>${list}`));
    expect([reading.title, reading.year]).toEqual([readText(page).title, 2023]);
    expect(reading.preamble).toBe(readText(page).preamble);
  });

  it("gives way to the main heading and to what the page calls itself, also where it is no link", () => {
    const listed = page.replace("<body>", `<body><ul><li>${other}</li></ul>`);
    const own = "云岭县石溪镇2023年政府信息公开工作年度报告";
    const headed = listed.replace(`<p>${own}</p>`, `<h1>${own}</h1>`);
    const titled = listed.replace("<title>石溪镇", `<title>${own}_石溪镇`);
    const named = listed.replace("<title>", `<meta name="ArticleTitle" content="${own}"><title>`);
    for (const html of [headed, titled, named])
      expect([readText(html).title, readText(html).year]).toEqual([own, 2023]);
  });

  it("that is wrapped round the main heading leaves it the title", () => {
    const own = "云岭县石溪镇2023年政府信息公开工作年度报告";
    const linked = page.replace(`<p>${own}</p>`, `<h1><a href="#">${own}</a></h1>`);
    expect(readText(linked).title).toBe(own);
  });
});

describe("a title and a statistical period of two years", () => {
  it("are told apart in a warning", () => {
    const moved = page.replace("石溪镇2023年", "石溪镇2024年");
    expect(readText(moved).warnings).toContain(
      "标题写的是2024年，统计期限却是2023年，请核对年度。",
    );
    expect(readText(page).warnings.join()).not.toContain("统计期限");
  });
});

describe("a page of form 2019", () => {
  const page = layout
    ? writeReport(
        form2019,
        layout,
        new Map(
          [...numberAll(form2019)].map(([key, print]) => [
            key,
            key.endsWith("procurement.amount") ? "251000元" : print,
          ]),
        ),
      )
    : "";

  it("keeps the unit that a cell prints", () => {
    const fact = readText(page).facts.find(
      ({ row, column }) => row === "procurement" && column === "amount",
    );
    expect(fact).toMatchObject({ value: 251000, unit: "元", raw: "251000元" });
  });

  it("leaves the unit open where nothing prints it", () => {
    const bare = readText(page.replace("251000元", "8040"));
    expect(
      bare.facts.find(({ row, column }) => row === "procurement" && column === "amount"),
    ).toMatchObject({ value: 8040, unit: null });
  });

  it("takes the unit of the header for bare numbers", () => {
    const headed = readText(
      page.replace("251000元", "8040").replace("采购总金额", "采购总金额（万元）"),
    );
    expect(
      headed.facts.find(({ row, column }) => row === "procurement" && column === "amount"),
    ).toMatchObject({ value: 8040, unit: "万元" });
  });

  it("reads rows whose total is blank, as header and body spans disagree", () => {
    const blank = page
      .replace(
        /(<tr>(?:(?!<\/tr>).)*）予以公开.*?)<td><p><span>\d+<\/span><\/p><\/td><\/tr>/u,
        "$1<td></td></tr>",
      )
      .replace(/colspan="5"/u, 'colspan="4"');
    const numbers = listNumbers(readText(blank));
    expect(numbers.get("requests.granted.total")).toBeNull();
    expect(numbers.get("requests.granted.naturalPerson")).toBe(
      listNumbers(readText(page)).get("requests.granted.naturalPerson"),
    );
  });

  it("is known by 其他处理 alone where table 2 is an image", () => {
    const [table = ""] = /<table>.*?<\/table>/su.exec(page) ?? [];
    const reading = readText(page.replace(table, "<img src='t2.png'>"));
    expect(reading.form).toBe("2019");
    expect(listNumbers(reading).get("requests.other.total")).toBeTypeOf("number");
  });
});
