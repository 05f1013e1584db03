import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, listTruth, servePages } from "./serve-county.ts";
import { listRows, writeListPage } from "./write-list-page.ts";

/** The same site with TLS and without, each linking the other (behaviour 17); the source enters by one of them. */
export const twoSchemes: readonly ObstacleKind[] = [
  { key: "schemes-plain", behaviour: 17, build: serveBoth },
  { key: "schemes-secure", behaviour: 17, scheme: "https", build: serveBoth },
];

/** Its list has every report twice: under the address with TLS and under the one without. */
function serveBoth(county: County): ObstacleDraft {
  const { host, origin } = county;
  const origins = [`http://${host}`, `https://${host}`] as const;
  const rows = listRows(county).flatMap((row, at) => {
    const path = `${columnPath}${row.href.slice(2)}`;
    const both = origins.map((start) => ({ ...row, href: `${start}${path}` }));
    return at % 2 === 0 ? both : both.toReversed();
  });
  const foot = origins
    .map((start) => `<a href="${start}${columnPath}">政府信息公开年报</a>`)
    .join(" ");
  const pages = buildPages(county, { column: writeListPage(county, { rows, foot }) });
  const truth = listTruth(county, pages).map((report) => ({
    ...report,
    addresses: report.addresses.flatMap((address) =>
      origins.map((start) => address.replace(origin, start)),
    ),
  }));
  return {
    portal: { hosts: [buildHost(county, servePages(pages))], truth },
    listeners: [
      {
        kind: "tls",
        host,
        port: 443,
        certificate: "good",
        protocol: "current",
        answers: "portal",
      },
    ],
  };
}
