import { html } from "hono/html";
import type { SearchQuery } from "../search/query.ts";
import { feedFormats } from "./feed-formats.ts";
import type { AssetPaths, PageView } from "./page-view.ts";
import { buildFeedAddress } from "./search/feed-address.ts";
import { SearchForm } from "./search/search-form.tsx";

export const siteName = "公开年报检索";

/** Loading a whole page again and again needs longer pauses than a script that only asks. Seconds. */
const calmestRetry = 5;

/** htmx without eval, inline styles or its own history cache: going back asks the server again. */
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[2345]..", swap: true },
  ],
});

type Props = PageView & { readonly assets: AssetPaths };

/** A whole page as HTML. */
export function renderPage(view: PageView, assets: AssetPaths): ReturnType<typeof html> {
  return html`<!doctype html>${<Layout {...view} assets={assets} />}`;
}

function Layout(props: Props) {
  const { holdings, box, query, content } = props;
  return (
    <html lang="zh-CN">
      <Head {...props} />
      <body hx-indicator="#progress">
        <a class="skip-link" href="#content">
          跳到主要内容
        </a>
        <div id="progress" class="progress" aria-hidden="true" />
        <div id="announcer" class="visually-hidden" role="status" hx-preserve="true" />
        {holdings && holdings.demoReports > 0 && (
          <DemoBanner mixed={holdings.demoReports < holdings.reports} />
        )}
        <header class="site-header">
          <div class="site-header-inner">
            <Brand />
            {box === "header" && <SearchForm query={query} />}
          </div>
        </header>
        <main id="content" tabindex={-1}>
          {content}
        </main>
        <Footer />
      </body>
    </html>
  );
}

function Head({ title, canonical, assets, query, searched, box, retryAfter }: Props) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === siteName ? title : `${title} - ${siteName}`}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content="检索各地县、乡镇和部门的政府信息公开工作年度报告" />
      <meta name="htmx-config" content={htmxConfig} />
      {canonical !== null && <link rel="canonical" href={canonical} />}
      {(query !== null || box === "hero") && <FeedOffers query={searched ?? query ?? {}} />}
      {retryAfter !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(Math.max(retryAfter, calmestRetry))} />
        </noscript>
      )}
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      <link rel="stylesheet" href={assets.style} />
      <script src={assets.htmx} defer />
      {assets.modules.map((module) => (
        <script type="module" src={module} />
      ))}
    </head>
  );
}

/** What browsers and readers look for to subscribe to a page. */
function FeedOffers({ query }: { readonly query: Partial<SearchQuery> }) {
  return (
    <>
      {feedFormats.map(({ key, label, mediaType }) => (
        <link
          rel="alternate"
          type={mediaType}
          title={`新收录的年报（${label}）`}
          href={buildFeedAddress(key, query)}
        />
      ))}
    </>
  );
}

function Brand() {
  return (
    <a class="brand" href="/" aria-label={`${siteName}，首页`}>
      <span class="brand-seal" aria-hidden="true">
        公开
      </span>
      <span class="brand-name">年报检索</span>
    </a>
  );
}

/** Says on every page that what is shown is made up. */
/** Every page says so while any of the corpus is fictional; among real reports, each fictional one says so itself. */
function DemoBanner({ mixed }: { readonly mixed: boolean }) {
  return (
    <aside class="demo-banner" aria-label="示例数据">
      <strong>示例数据</strong>
      <span>
        {mixed
          ? "语料中含有虚构的示例年报，均逐份标明“示例”；其余为导入的年报。"
          : "现在看到的地名、机构和数字都是虚构的，只用来演示。"}
      </span>
    </aside>
  );
}

function Footer() {
  return (
    <footer class="site-footer">
      <p>数字均由程序自存档原件逐格读出，空格不当作 0；引用前请核对原件。</p>
      <p>
        <a href="/sources">来源与抓取</a> · <a href="/openapi.json">开放接口</a>
      </p>
    </footer>
  );
}
