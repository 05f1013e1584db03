/** Lines of a page that belong to its frame, not to the report. */
const chromeLines: readonly RegExp[] = [
  /^扫一扫.{0,20}$/u,
  /^(?:相关)?(?:政策)?解读(?:文章|文件|材料)?$/u,
  /^.{0,4}(?:打印|关闭|收藏|分享|复制链接|返回顶部|返回)(?:本页|页面|窗口|文章|到)?[：:]?.{0,12}$/u,
  /^[【[（(]?\s{0,2}(?:字体|字号)[：:\s].{0,30}$/u,
  /^.{0,10}(?:浏览|点击|访问|阅读)(?:次数|量|数)?[：:].{0,20}$/u,
  /^(?:责任)?编辑[：:].{0,20}$/u,
  /^(?:当前位置|您(?:现)?在?的?位置|您当前的位置|现在的位置|所在位置).{0,120}$/u,
  /^(?:\d\.\s{0,2})?(?:首页\s{0,4}[>＞»›/]|[>＞»›]).{0,120}$/u,
  /^(?:\d\.\s{0,2})?当前位置[：:].{0,120}$/u,
  /^(?:下载|查看)(?:附件|Word|PDF|文档).{0,20}$/iu,
  /^(?:无障碍|长者模式|语音朗读|点击收听).{0,20}$/u,
];

/** Lines after which nothing of a report comes. */
const endMarks: readonly RegExp[] = [
  /^(?:上一篇|下一篇|上一条|下一条)[：:\s].{0,80}$/u,
  /^(?:版权所有|主办单位|主办|承办|技术支持|网站标识码|网站地图|Copyright|©).{0,120}$/iu,
  /^.{0,30}ICP备.{0,60}$/u,
  /^.{0,20}公网安备.{0,40}$/u,
  /^(?:相关文章|相关链接|友情链接|热点推荐|推荐阅读).{0,10}$/u,
];

const longestChrome = 140;

/** Whether a line is part of the page's frame: share bars, counters, bread crumbs. */
export function isPageChrome(line: string): boolean {
  if (line.length > longestChrome) return false;
  const text = line.trim();
  return chromeLines.some((pattern) => pattern.test(text)) || isEndMark(text);
}

/** Whether a line is part of what portals print below an article. */
export function isEndMark(line: string): boolean {
  return line.length <= longestChrome && endMarks.some((pattern) => pattern.test(line.trim()));
}
