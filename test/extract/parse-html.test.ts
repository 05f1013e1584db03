import { load } from "cheerio";
import { isTag, type AnyNode } from "domhandler";
import { expect, it } from "vitest";
import { parseHtml } from "../../indexer/extract/page/parse-html.ts";

/** What a tree says, without where its attributes come from. */
function describeNode(node: AnyNode): unknown {
  if (!("children" in node)) return "data" in node ? node.data : null;
  const children = node.children.map(describeNode);
  return isTag(node) ? [node.name, node.namespace, { ...node.attribs }, children] : children;
}

it.each([
  ["a page", '<!doctype html><html lang="zh"><body class="a"><p id="b" id="c">一<br>二</p></body>'],
  [
    "html and body twice",
    '<html lang="a"><body id="b"><html lang="c" dir="ltr"><body class="d">一',
  ],
  [
    "foreign elements",
    '<svg viewBox="0 0 1 1"><a xlink:href="#x">一</a></svg><math definitionurl="u">',
  ],
  [
    "formatting across paragraphs",
    '<p><b style="color: red">一<p>二</b>三<a href="x">四<a href="y">五',
  ],
  [
    "text beside cells",
    '<table><tr>一<td colspan="2">二<template><td rowspan="3">三</template></table>',
  ],
  [
    "an HTML part of a formula",
    '<math><annotation-xml encoding="text/html"><p title="t">一</p></math>',
  ],
  ["no page at all", ""],
])("parses as cheerio does: %s", (_, html) => {
  const expected = load(html).root().children("html").get(0);
  const root = parseHtml(html);
  expect(root && describeNode(root)).toEqual(expected && describeNode(expected));
  expect(root?.name).toBe("html");
});
