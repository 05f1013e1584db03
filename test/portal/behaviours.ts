/** What portals do and a crawler has to cope with, by number. `inProcess` is false for what is shown by a running crawl. */
export interface Behaviour {
  readonly number: number;
  readonly words: string;
  readonly inProcess: boolean;
}

const words: readonly string[] = [
  "TRS column with createPageHTML, pages from 0, stubs behind the last one",
  "Hanweb dataproxy: XML in CDATA, ignores startrecord, honours page, caps perpage",
  "Hanweb search.jsp by POST, with papers of other columns",
  "Hanweb module of annual reports: organisations by years, 暂无 where there is none",
  "JPaaS unit with queryData, pages by paramJson",
  "UCAP search JSON, pages of 32 hexadecimal digits",
  "VSB: pages numbered from the end, vsb_content_501, download.jsp with a name in GBK",
  "LonSun /site/label/8888",
  "gkmlpt configuration and interface, page 0 is page 1",
  "EWB list by POST of JSON; TRUE-CMS JSONP that needs Referer",
  "column in an iframe, in a frameset",
  "folder of a year whose page is the report; column that renders one report",
  "charsets: none told, told wrong, bogus, GB18030 beyond GBK, a byte order mark",
  "gzip that nobody asked for, wrong Content-Length, chunks that break off",
  "meta refresh, redirects by script, loops, www and bare host, base",
  "missing pages with status 200, with links, after bursts",
  "the same report for telephones, for print, with queries, in three columns",
  "papers about reports: 解读, 图解, 公布情况, 法治政府, budgets",
  "attachments of all kinds, without an ending, in a viewer, behind scripts",
  "tables as a picture, a report as a picture, a scanned PDF",
  "tables parted, merged, blank, with dashes, full-width digits, wrong sums",
  "click counter, clock and advertisement that change with each fetch",
  "silent correction, deletion, move, back-dating",
  "validators: strong, weak, lying, Last-Modified alone, none; 304",
  "robots.txt: missing, forbidden, broken, slow, HTML, rules, Crawl-delay, huge, redirected",
  "429 with Retry-After, 503, a ban after too many requests",
  "challenges with 202, 412 and 521; a cookie set by a redirect to itself",
  "TLS: without secure renegotiation, TLS 1.0, expired and wrong certificates",
  "a host that is closed at night, a slow first byte, a reset in mid-body",
  "hosts with IPv6 alone, with a dead IPv6",
  "an expired domain that leads to a clone",
  "lists that only a script brings",
  "endless calendars and searches, sessions in paths",
  "a large frontier and sudden ends of the program",
  "a season of publication in virtual time",
];

/** The frontier and its recovery (34) are no property of a portal. */
const ofTheCrawl: ReadonlySet<number> = new Set([34]);

export const behaviours: readonly Behaviour[] = words.map((row, at) => ({
  number: at + 1,
  words: row,
  inProcess: !ofTheCrawl.has(at + 1),
}));
