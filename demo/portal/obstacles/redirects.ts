import type { AskedPage, ServedPage } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import {
  buildHost,
  buildPage,
  buildPages,
  buildRedirect,
  listTruth,
  missingPage,
  servePages,
} from "./serve-county.ts";
import { listRows, writeListPage } from "./write-list-page.ts";

/** Ways that lead round a corner (behaviour 15). */
export const redirects: readonly ObstacleKind[] = [
  {
    key: "meta-refresh",
    behaviour: 15,
    build: (county) =>
      enterBy(county, `<meta http-equiv="refresh" content="0; url=.${columnPath}">`),
  },
  {
    key: "script-redirect",
    behaviour: 15,
    build: (county) => enterBy(county, `<script>window.location.href = "${columnPath}";</script>`),
  },
  { key: "scheme-loop", behaviour: 15, build: loopBetweenSchemes },
  { key: "bare-name", behaviour: 15, build: splitNames },
  { key: "base-address", behaviour: 15, build: readAgainstBase },
];

/** The entry is a page that does nothing but lead to the column. */
function enterBy(county: County, head: string): ObstacleDraft {
  const entry = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body></body></html>`;
  const pages = new Map([...buildPages(county), ["/", buildPage(entry)]]);
  return {
    portal: {
      hosts: [buildHost(county, servePages(pages))],
      sources: [{ ...county.source, entry: `${county.origin}/` }],
      truth: listTruth(county, pages),
    },
  };
}

/** Without TLS it leads to TLS, and with TLS back again. */
function loopBetweenSchemes(county: County): ObstacleDraft {
  const { host } = county;
  const serve = ({ url }: AskedPage): ServedPage =>
    url.pathname === "/robots.txt"
      ? missingPage
      : buildRedirect(`https://${host}${url.pathname}${url.search}`, 301);
  return {
    outcome: "redirect-loop",
    portal: { hosts: [buildHost(county, serve)], truth: [] },
    listeners: [
      {
        kind: "tls",
        host,
        port: 443,
        certificate: "good",
        protocol: "current",
        answers: "to-http",
      },
    ],
  };
}

/** The list links the bare name, which leads to the one with www. */
function splitNames(county: County): ObstacleDraft {
  const { host, origin } = county;
  const bare = host.replace(/^www\./u, "");
  const rows = listRows(county).map((row) => ({
    ...row,
    href: `http://${bare}${columnPath}${row.href.slice(2)}`,
  }));
  const pages = buildPages(county, { column: writeListPage(county, { rows }) });
  const truth = listTruth(county, pages).map((report) => ({
    ...report,
    addresses: report.addresses.flatMap((address) => [
      address.replace(origin, `http://${bare}`),
      address,
    ]),
  }));
  const lead = {
    name: bare,
    serve: ({ url }: AskedPage): ServedPage =>
      buildRedirect(`${origin}${url.pathname}${url.search}`, 301),
  };
  return {
    portal: {
      hosts: [buildHost(county, servePages(pages)), lead],
      sources: [{ ...county.source, entry: `http://${bare}${columnPath}` }],
      truth,
    },
  };
}

/** The links of the column are right only where they are read against its `<base>`. */
function readAgainstBase(county: County): ObstacleDraft {
  const pages = buildPages(county);
  const path = "/zwgk/xxgknb/";
  const column = writeListPage(county, { head: `<base href="${county.origin}${columnPath}">` });
  const own = new Map([...pages, [path, buildPage(column)]]);
  return {
    portal: {
      hosts: [buildHost(county, servePages(own))],
      sources: [{ ...county.source, entry: `${county.origin}${path}` }],
      truth: listTruth(county, pages),
    },
  };
}
