import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showMarkup } from "../../viewer/show-markup.ts";
import { cleanStyle } from "../../viewer/clean-attributes.ts";
import { shownAttributes, shownElements } from "../../viewer/allowed-markup.ts";

const at = (selector: string) => ({ in: "html", table: 0, row: 0, column: 0, selector }) as const;

/** Whatever a browser would run, load, send or follow. */
const attacks = [
  `<script>globalThis.stolen = 1</script>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `<img src=x onerror=stolen=1>`,
  `<img src="https://evil.example/pixel.png">`,
  `<img src="data:image/svg+xml;base64,PHN2Zy8+">`,
  `<svg onload=stolen=1><script>stolen=1</script><a xlink:href="javascript:stolen=1">x</a></svg>`,
  `<svg><style><img src=x onerror=stolen=1></style></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=stolen=1&gt;">`,
  `<a href="javascript:stolen=1">x</a>`,
  `<a href=" java&#x0a;script:stolen=1">x</a>`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<base href="https://evil.example/">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<style>@import url(https://evil.example/x.css); body{background:url(//evil.example/y)}</style>`,
  `<p style="background:url(https://evil.example/z)">x</p>`,
  `<p style="background-image:\\75\\72\\6c(//evil.example/z)">x</p>`,
  `<p style="width:expression(stolen=1)">x</p>`,
  `<p style="position:fixed;inset:0;z-index:9">x</p>`,
  `<td background="https://evil.example/t.png">x</td>`,
  `<body background="//evil.example/b.png" onload="stolen=1">`,
  `<form action="https://evil.example/"><input name=a autofocus onfocus=stolen=1><button>go</button></form>`,
  `<iframe src="https://evil.example/"></iframe><iframe srcdoc="<script>parent.stolen=1</script>">`,
  `<object data="https://evil.example/x.swf"></object><embed src="//evil.example/e">`,
  `<video src="//evil.example/v" poster="//evil.example/p" onerror=stolen=1><source srcset="//evil.example/s"></video>`,
  `<noscript><p title="</noscript><img src=x onerror=stolen=1>">`,
  `<template><script>stolen=1</script></template>`,
  `<xmp><script>stolen=1</script></xmp><plaintext><script>`,
  `<p id="cell" class="gk-mark" onclick="stolen=1">x</p>`,
  `<table><tr><td colspan="2" onmouseover='stolen=1' width="1&quot; onclick=&quot;stolen=1">x</td></tr></table>`,
  `<details open ontoggle=stolen=1><summary>x</summary></details>`,
  `<input type=image src=//evil.example/i><isindex action=javascript:stolen=1>`,
] as const;

/** Everything in the output that is not plain, laid out text. */
function listActive(body: string): readonly string[] {
  const $ = load(body, null, false);
  return $("*")
    .toArray()
    .flatMap((element) => {
      const { name, attribs } = element as { name: string; attribs: Record<string, string> };
      const isLost = name === "span" && attribs["class"] === "gk-lost";
      const odd = Object.keys(attribs).filter(
        (attribute) => !shownAttributes.has(attribute) && attribute !== "style" && !isLost,
      );
      const style = attribs["style"] ?? "";
      return [
        ...(shownElements.has(name) ? [] : [`<${name}>`]),
        ...odd.map((attribute) => `${name} ${attribute}`),
        ...(/url|expression|@|\\|position|\/\//iu.test(style) ? [style] : []),
      ];
    });
}

describe("a hostile page", () => {
  test.each(attacks)("loses what it would do: %s", (attack) => {
    const { body } = showMarkup(`<p>前</p>${attack}<p>后</p>`, null);
    expect(listActive(body)).toEqual([]);
    expect(load(body).text()).toContain("前");
  });

  test("loses it wherever it stands, and every output is only laid out text", () => {
    const piece = fc.oneof(
      fc.constantFrom(...attacks),
      fc.constantFrom(
        "<table>",
        "<tr><td>",
        "</table>",
        "<p>",
        "</p>",
        "<b>",
        "<!--",
        "-->",
        "公开",
        '"',
        "<",
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { body } = showMarkup(pieces.join(""), null);
        expect(listActive(body)).toEqual([]);
        // A browser that reads the output again finds nothing else in it.
        const again = showMarkup(body, null).body;
        expect(listActive(again)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  test("cannot pass another element off as the marked one", () => {
    const { body, isMarked } = showMarkup(`<p id="cell">假</p><div><p>真</p></div>`, at("div > p"));
    expect(isMarked).toBe(true);
    const $ = load(body);
    expect(
      $("#cell")
        .toArray()
        .map((mark) => $(mark).text()),
    ).toEqual(["真"]);
  });

  test("is not marked where a selector finds nothing, nothing shown, or is none", () => {
    for (const selector of ["#nowhere", "script", "::::", "p >", "[", "p".repeat(50_000)]) {
      const { isMarked, body } = showMarkup("<p>公开</p><script>1</script>", at(selector));
      expect([selector, isMarked]).toEqual([selector, false]);
      expect(body).toContain("公开");
    }
  });

  test("nested thousands deep is shown, nested without end is refused", () => {
    const deep = (count: number): string => "<div>".repeat(count) + "公开" + "</div>".repeat(count);
    expect(showMarkup(deep(3_000), null).body).toContain("公开");
    expect(() => showMarkup(deep(50_000), null)).toThrow(/nested/u);
  });

  test("keeps pictures that it holds itself and names the others", () => {
    const held = "data:image/png;base64,iVBORw0KGgo=";
    const { body } = showMarkup(`<img src="${held}"><img src="/a.png" alt="“流程”图">`, null);
    const $ = load(body);
    expect($("img").attr("src")).toBe(held);
    expect($(".gk-lost").text()).toBe("图片：“流程”图");
  });
});

describe("inline styles", () => {
  test.each([
    ["color: red; text-align:center", "color:red;text-align:center"],
    ["border: 1px solid rgb(0, 0, 0)", "border:1px solid rgb(0, 0, 0)"],
    ['font-family: 仿宋, "Times New Roman"', 'font-family:仿宋, "Times New Roman"'],
    ["background: #fff url(x)", ""],
    ["background: image-set('x' 1x)", ""],
    ["background:none;position:absolute", "background:none"],
    ["mso-border-alt:solid;margin:0cm", "margin:0cm"],
    ["color:red/**/;width:ur\\6c(x)", ""],
    ["--x:1;color:var(--x)", ""],
    ["a", ""],
  ])("%s → %s", (style, kept) => {
    expect(cleanStyle(style)).toBe(kept);
  });
});
