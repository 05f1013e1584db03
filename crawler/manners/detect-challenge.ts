import type { Fetched } from "../http/exchange.ts";

/** A challenge is a small page; a long one has something to say. */
const longestChallenge = 15_000;
const longestSample = 100_000;

interface Marker {
  readonly pattern: RegExp;
  readonly words: string;
}

/** Traces of programs that set a cookie by script before they answer. No page for readers has them. */
const programs: readonly Marker[] = [
  { pattern: /__jsl_clearance|__jsluid_/u, words: "a cookie of 加速乐 must be computed" },
  {
    pattern: /\$_ts\s{0,9}=|\$_ts\[|_\$[\w$]{2}\s{0,9}=\s{0,9}/u,
    words: "a script of 瑞数 must be run",
  },
  { pattern: /\bacw_sc__v\d/u, words: "a script of a firewall must be run" },
  {
    pattern:
      /document\.cookie\s{0,9}=[^]{0,3000}\blocation\b|\blocation\b[^]{0,3000}document\.cookie\s{0,9}=/u,
    words: "a cookie must be computed by a script",
  },
];

/** What such pages say to a person. */
const notices: readonly Marker[] = [
  {
    pattern:
      /正在进行安全(?:检查|验证|检测)|人机验证|(?:滑动|滑块|拖动)[^<]{0,9}验证|安全验证|完成验证/u,
    words: "a person is to be proved",
  },
  {
    pattern:
      /访问被(?:拦截|阻断)|疑似(?:攻击|黑客)|请求被(?:拦截|阻断)|访问行为异常|网站防火墙|创宇盾|安全狗/u,
    words: "a firewall turned the request away",
  },
  { pattern: /\bWAF\b|\brequest[ _-]?id\b/iu, words: "a firewall turned the request away" },
];

/** Statuses that are used for nothing else by hosts of this field. */
const statuses: Readonly<Record<number, string>> = {
  412: "a script of 瑞数 must be run",
  521: "a cookie of 加速乐 must be computed",
};

/**
 * Whether an answer is no page but a test for a person, in a sentence for one; null where it is not. It is observed,
 * never solved. `text` is the decoded text of the answer, which may have come with any status.
 */
export function detectChallenge(fetched: Fetched, text: string): string | null {
  if (fetched.movedTo !== null) return null;
  const words = findByStatus(fetched, text) ?? findByText(fetched, text);
  if (words === null) return null;
  const { hostname } = new URL(fetched.url);
  return `${hostname} asks for proof of a person (status ${fetched.status}): ${words}.`;
}

function findByStatus({ status, url, mediaType }: Fetched, text: string): string | null {
  if (statuses[status] !== undefined) return statuses[status];
  if (status !== 202 || isData(mediaType) || isPage(text, url)) return null;
  return "the page comes only after a script has run";
}

function findByText({ status, url, mediaType }: Fetched, text: string): string | null {
  if (text.length > longestChallenge || isData(mediaType) || isPage(text, url)) return null;
  const program = programs.find(({ pattern }) => pattern.test(text));
  // Pages for missing pages and inner errors print numbers of requests as well.
  const isError = status === 404 || status === 410 || status >= 500;
  const notice = isError ? undefined : notices.find(({ pattern }) => pattern.test(text));
  return (program ?? notice)?.words ?? null;
}

function isData(mediaType: string): boolean {
  return mediaType !== "text/html" && mediaType !== "text/plain";
}

/** Whether a page is one of a portal: it has the head tags of 国办发〔2017〕47号 or a link within its host. */
function isPage(whole: string, url: string): boolean {
  const text = whole.slice(0, longestSample);
  if (/<meta\s[^>]{0,200}(?:SiteName|SiteIDCode|SiteDomain|ColumnName|ArticleTitle)\b/iu.test(text))
    return true;
  return [...text.matchAll(/<a\s[^>]{0,500}?href\s{0,9}=\s{0,9}["']?([^"'\s>]{1,500})/giu)].some(
    ([, href = ""]) => leadsWithin(href, url),
  );
}

/** A link to another page of the same host; one to the page itself only loads it again. */
function leadsWithin(href: string, url: string): boolean {
  if (/^(?:#|javascript:|mailto:|tel:)/iu.test(href) || !URL.canParse(href, url)) return false;
  const [target, self] = [new URL(href, url), new URL(url)];
  return target.hostname === self.hostname && target.pathname !== self.pathname;
}
