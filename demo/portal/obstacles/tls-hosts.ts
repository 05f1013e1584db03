import type { County } from "./build-county.ts";
import type { HostListener, ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, listTruth, servePages } from "./serve-county.ts";

/** Hosts whose TLS is out of date (behaviour 28). */
export const tlsHosts: readonly ObstacleKind[] = [
  secure("tls-expired", { certificate: "expired", protocol: "current" }),
  secure("tls-other-name", { certificate: "other-name", protocol: "current" }),
  secure("tls-old", { certificate: "good", protocol: "tls-1.0" }),
  {
    key: "tls-no-renegotiation",
    behaviour: 28,
    scheme: "https",
    // The program that stands for such a server has a page of its own and no report.
    build: (county) => ({
      portal: { hosts: [buildHost(county, servePages(new Map()))], truth: [] },
      listeners: [{ kind: "no-renegotiation", host: county.host, port: 443 }],
    }),
  },
];

type Tls = Pick<Extract<HostListener, { kind: "tls" }>, "certificate" | "protocol">;

function secure(key: string, tls: Tls): ObstacleKind {
  return {
    key,
    behaviour: 28,
    scheme: "https",
    build: (county: County): ObstacleDraft => {
      const pages = buildPages(county);
      return {
        portal: { hosts: [buildHost(county, servePages(pages))], truth: listTruth(county, pages) },
        listeners: [{ kind: "tls", host: county.host, port: 443, answers: "portal", ...tls }],
      };
    },
  };
}
