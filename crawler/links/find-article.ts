import type { Document, Element } from "domhandler";
import { readWords, walkTree } from "./walk-tree.ts";

/** Where portals put the text of an article, by class or id. */
const containers =
  /^(?:TRS_Editor|trs_editor_view|TRS_UEDITOR|Custom_UnionStyle|zoom|UCAP-CONTENT|pages_content|vsb_content(?:_\d+)?|v_news_content|j-fontContent|newscontnet|wzcon|gzk-article|article-content|articleContent|article_content|article-con|news_cont_d_wrap|main-txt|bt-article-y|barrierfree_container|wzzw-article|ewb-article|infodetail|detail-content|content-detail|xxgk_content|zw-content|webeditorview)$/iu;
const chromeElements = new Set([
  "nav",
  "footer",
  "header",
  "select",
  "noscript",
  "template",
  "head",
]);
const chromeNames =
  /^(?:header|head|top|topbar|nav|navbar|menu|footer|foot|bottom|banner|logo|crumbs?|breadcrumb|share|bdsharebuttonbox|friendlinks?|yqlj|links|qrcode|ewm|sidebar|copyright)$/iu;

/** The elements that hold the article of a page, none where no known one is there. */
export function findArticles(root: Document): readonly Element[] {
  const found: Element[] = [];
  walkTree(root, {
    enter: (element) => {
      const isContainer = readNames(element).some((name) => containers.test(name));
      if (isContainer && readWords(element, 200) !== "") found.push(element);
      else if (isContainer && hasPicture(element)) found.push(element);
      return !isContainer || found.at(-1) !== element;
    },
  });
  return found;
}

/** Whether an element is part of the frame that a portal puts round all its pages. */
export function isChrome(element: Element): boolean {
  return (
    chromeElements.has(element.name) || readNames(element).some((name) => chromeNames.test(name))
  );
}

function readNames({ attribs }: Element): readonly string[] {
  const names = `${attribs["id"] ?? ""} ${attribs["class"] ?? ""}`;
  return names.length > 600 ? [] : names.split(/\s+/u).filter((name) => name !== "");
}

function hasPicture(element: Element): boolean {
  let found = false;
  walkTree(element, {
    enter: ({ name }) => {
      if (name === "img" || name === "iframe" || name === "embed" || name === "object")
        found = true;
      return found ? "stop" : true;
    },
  });
  return found;
}
