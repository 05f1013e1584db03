import type { PortalHost } from "../portal.ts";
import { columnPath, type County } from "./build-county.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, buildRedirect, servePages } from "./serve-county.ts";
import { listRows, writeListPage } from "./write-list-page.ts";

/** Names that belong to a stranger now (behaviour 31). */
export const lostDomains: readonly ObstacleKind[] = [
  { key: "domain-lost", behaviour: 31, build: loseDomain },
];

const injected = "<p>幸运大转盘，天天有好礼，点击领取！</p>";

/** Every address leads to a copy of the portal under a name of the stranger's, with text of theirs on each page. */
function loseDomain(county: County): ObstacleDraft {
  const clone = `www.${county.key}-copy.test`;
  const pages = buildPages(county, {
    column: writeListPage(county, { foot: injected }),
    change: (text) => text.replace("</body>", `${injected}</body>`),
  });
  const lead: PortalHost["serve"] = ({ url }) => buildRedirect(`http://${clone}${url.pathname}`);
  const paths = ["", ...listRows(county).map(({ href }) => href.slice(2))];
  return {
    outcome: "domain-lost",
    portal: {
      hosts: [buildHost(county, lead), { name: clone, serve: servePages(pages) }],
      truth: [],
      decoys: paths.map((path) => `http://${clone}${columnPath}${path}`),
    },
  };
}
