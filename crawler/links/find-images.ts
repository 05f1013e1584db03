import type { Document, Element } from "domhandler";
import { findArticles, isChrome } from "./find-article.ts";
import { readWords, walkTree } from "./walk-tree.ts";

/** A picture that prints a table is at least so wide and high, in pixels. */
const least = { width: 200, height: 100 };
const mostImages = 60;
const longestArticle = 200_000;
/** A report with its tables as text prints some hundred numbers, one without them a few dozen at most. */
const fewNumbers = 100;
const icons =
  /(?:^|[/_.-])(?:icons?|logo|ewm|qr(?:code)?|erweima|wx|weixin|weibo|share|print|arrow|dot|line|bg|btn|button|close|loading|blank|spacer|space|bullet|search|home|top|foot|beian|ghs|jiucuo|dzjg|new)(?=[/_.\d-]|$)|filetypeimages|\/(?:icons?|ext|fileicon)\//iu;

/** The addresses, as printed, of pictures in the article that may be its tables; none where the tables are text. */
export function findImages(root: Document): readonly string[] {
  const articles = findArticles(root);
  const parts: readonly (Document | Element)[] = articles.length > 0 ? articles : [root];
  const numbers = parts.reduce((sum, part) => sum + countNumbers(part), 0);
  if (numbers >= fewNumbers) return [];
  const found = new Set<string>();
  for (const part of parts)
    walkTree(part, {
      enter: (element) => {
        const address = element.name === "img" ? readImage(element) : null;
        if (address !== null && found.size < mostImages) found.add(address);
        return articles.length > 0 || !isChrome(element);
      },
    });
  return [...found];
}

function countNumbers(part: Document | Element): number {
  const words = readWords(part, longestArticle);
  // Years and days are in any text.
  return [...words.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?!\d|\s?[年月日-])/gu)].length;
}

function readImage({ attribs }: Element): string | null {
  const lazy = attribs["data-original"] ?? attribs["data-src"] ?? attribs["oldsrc"];
  const address = (lazy ?? attribs["src"] ?? "").trim();
  const isWeb = address !== "" && address.length <= 2_000 && !/^(?!https?:)[a-z]+:/iu.test(address);
  if (!isWeb || icons.test(address.split(/[?#]/u)[0] ?? "") || isSmall(attribs)) return null;
  return address;
}

function isSmall(attribs: Readonly<Record<string, string>>): boolean {
  const [width, height] = [readPixels(attribs, "width"), readPixels(attribs, "height")];
  return (width !== null && width < least.width) || (height !== null && height < least.height);
}

function readPixels(attribs: Readonly<Record<string, string>>, name: string): number | null {
  const own = /^\s*(\d{1,5})(?:px)?\s*$/iu.exec(attribs[name] ?? "")?.[1];
  const style = (attribs["style"] ?? "").slice(0, 500);
  const styled = new RegExp(
    `(?:^|[;\\s])${name}\\s{0,5}:\\s{0,5}(\\d{1,5})(?:\\.\\d{1,9})?px`,
    "iu",
  ).exec(style)?.[1];
  const pixels = styled ?? own;
  return pixels === undefined ? null : Number(pixels);
}
