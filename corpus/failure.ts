/** What comes next for an address that gave nothing. */
export const nextSteps = ["retry", "later", "give-up", "stop-host"] as const;
export type NextStep = (typeof nextSteps)[number];

export interface FailureKind {
  readonly next: NextStep;
  /** For the terminal and `docs/crawling.md`. */
  readonly meaning: string;
  /** For the pages. */
  readonly words: string;
}

/**
 * Every way in which an address gives nothing, and what comes next: `retry` soon, `later` (the host is closed, slow or
 * asks for patience), `give-up` on the address, `stop-host` until a person has looked.
 */
export const failures = {
  dns: { next: "later", meaning: "the name of the host is not known", words: "域名无法解析" },
  refused: { next: "later", meaning: "the host refuses connections", words: "拒绝连接" },
  timeout: { next: "later", meaning: "the host did not answer in time", words: "响应超时" },
  reset: { next: "retry", meaning: "the connection broke off", words: "连接中断" },
  tls: { next: "later", meaning: "no encrypted connection comes about", words: "无法建立加密连接" },
  "bad-response": {
    next: "retry",
    meaning: "the answer does not keep to HTTP or breaks off",
    words: "响应不完整或不合规范",
  },
  "server-error": {
    next: "later",
    meaning: "the host reports an error of its own",
    words: "网站内部错误",
  },
  "too-many-requests": {
    next: "later",
    meaning: "the host asks for patience",
    words: "网站要求降低频率",
  },
  "redirect-loop": { next: "give-up", meaning: "redirects lead in a circle", words: "循环跳转" },
  "too-large": {
    next: "give-up",
    meaning: "the file is larger than a report can be",
    words: "文件过大",
  },
  "not-found": { next: "give-up", meaning: "there is no such page", words: "页面不存在" },
  "soft-404": {
    next: "give-up",
    meaning: "the host shows its page for missing pages as if it were this one",
    words: "页面不存在（状态码正常）",
  },
  forbidden: { next: "give-up", meaning: "the host forbids this page", words: "禁止访问" },
  refusal: { next: "give-up", meaning: "the host refuses this request", words: "拒绝该请求" },
  robots: {
    next: "give-up",
    meaning: "robots.txt forbids this address",
    words: "robots.txt 不允许",
  },
  "robots-unreachable": {
    next: "later",
    meaning: "robots.txt cannot be read, so that nothing may be asked for now",
    words: "robots.txt 暂不可读",
  },
  "out-of-scope": {
    next: "give-up",
    meaning: "the address lies outside the source's hosts",
    words: "超出来源的域名范围",
  },
  trap: { next: "give-up", meaning: "the address belongs to an endless series", words: "无限链接" },
  challenge: {
    next: "stop-host",
    meaning: "the host asks for proof of a person; it is never given by a program",
    words: "需要人工验证",
  },
  "domain-lost": {
    next: "stop-host",
    meaning: "the host now leads to a stranger",
    words: "域名已失效或被转让",
  },
  disk: { next: "retry", meaning: "what was fetched could not be stored", words: "无法写入磁盘" },
  browser: {
    next: "retry",
    meaning: "the browser could not show the page",
    words: "浏览器无法打开页面",
  },
  broken: {
    next: "retry",
    meaning: "the visit broke off for a reason that is not the page's",
    words: "抓取过程出错",
  },
} as const satisfies Readonly<Record<string, FailureKind>>;

export type FailureCause = keyof typeof failures;
export const failureCauses = Object.keys(failures) as readonly FailureCause[];
