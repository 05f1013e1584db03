import { type Markup, readTree } from "../links/markup.ts";
import { readWords } from "../links/walk-tree.ts";

/** A page with more to say is one, whatever words stand in it. */
const longest = 400;
const busy =
  /(?:系统|服务器?|网站|网络|当前)(?:正?忙|繁忙|忙碌|拥挤)|(?:访问|请求|操作|点击)[^。]{0,6}(?:频繁|过快|太快)|too many requests|server is (?:too )?busy|rate limit/iu;
const later = /稍[后候]再[试访]|try again later/iu;

/**
 * Whether a page says in few words that its host is too busy for it, and not what the page says: many hosts do so with
 * status 200 after a burst of requests. That it is to be tried again later counts only where the status is a refusal
 * (`isRefused`): viewers that could not load say so, and pages for missing pages.
 */
export function detectBusy(
  page: { readonly text: string; readonly markup?: Markup },
  isRefused: boolean,
): boolean {
  const isBusy = (words: string) => busy.test(words) || (isRefused && later.test(words));
  if (!isBusy(page.text)) return false;
  const words = readWords(readTree(page), longest + 1);
  return words.length <= longest && isBusy(words);
}
