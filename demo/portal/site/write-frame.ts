import type { SitePlan } from "./site.ts";

/** A page of a site with its head, menu and foot. */
export function writeFrame(
  { siteName }: Pick<SitePlan, "siteName">,
  title: string,
  body: string,
): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${title}_${siteName}</title>
<meta name="SiteName" content="${siteName}">
</head>
<body>
<div class="header"><a href="/">${siteName}</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/xwzx/">新闻中心</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="main">
${body}
</div>
<div class="footer">版权所有：${siteName} 网站标识码：9900000000</div>
</body>
</html>
`;
}
