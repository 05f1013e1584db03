import { parseMarkup } from "../links/parse-markup.ts";
import { readWords, walkTree } from "../links/walk-tree.ts";

/** What a page says of the site that it belongs to: its title, its name in the head tags, all its words. */
export interface Site {
  readonly title: string | null;
  readonly name: string | null;
  readonly words: string;
}

const longestTitle = 200;
const longestWords = 20_000;
/** What the name of a site has beside the name of whom it belongs to. */
const siteWords =
  /(?:政府)?(?:信息公开)?(?:门户)?网站?(?:首页|欢迎您)?$|政府信息公开.*$|政务公开.*$|信息公开.*$|首页$|^(?:欢迎(?:光临|访问|来到)|首页)/gu;

/** Reads title, `SiteName` and words of a page. */
export function readSite(text: string): Site {
  const root = parseMarkup(text);
  let title = "";
  let name = "";
  walkTree(root, {
    enter: (element) => {
      if (element.name === "title" && title === "") title = readWords(element, longestTitle);
      if (element.name === "meta" && /^sitename$/iu.test(element.attribs["name"] ?? ""))
        name ||= element.attribs["content"]?.trim().slice(0, longestTitle) ?? "";
      return true;
    },
  });
  return { title: title || null, name: name || null, words: readWords(root, longestWords) };
}

/** The body that the name of a site tells of: `青山县人民政府` of `青山县人民政府门户网站`. */
export function readSiteOwner(name: string): string {
  const first = name.split(/[-_|—–·>»\s]/u).find((part) => part.trim() !== "") ?? "";
  return first.replace(siteWords, "").trim();
}
