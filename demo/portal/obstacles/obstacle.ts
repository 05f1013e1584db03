import type { FailureCause } from "../../../corpus/failure.ts";
import type { Portal } from "../portal.ts";
import type { County } from "./build-county.ts";
import type { ObstacleParameters } from "./obstacle-parameters.ts";

/** How a host is reached that is not simply on the port of all portals. `port` is the one that addresses name. */
export type HostListener = { readonly host: string; readonly port: number } & (
  | {
      readonly kind: "tls";
      readonly certificate: "good" | "expired" | "other-name";
      readonly protocol: "current" | "tls-1.0";
      /** `portal` hands requests on to the portal; `to-http` sends each back to its address without TLS. */
      readonly answers: "portal" | "to-http";
    }
  /** A server without secure renegotiation, by the program gnutls-serv, which shows a page of its own. */
  | { readonly kind: "no-renegotiation" }
  /** Refuses connections from one hour of the day until another, in China's time. */
  | { readonly kind: "closed-hours"; readonly from: number; readonly until: number }
  /** Addresses that its name has, in this order; on the dead ones nobody listens. */
  | { readonly kind: "families"; readonly has: readonly PublishedAddress[] }
);
export type PublishedAddress = "ipv4" | "ipv4-dead" | "ipv6" | "ipv6-dead";

/**
 * A portal with one obstacle. `outcome` is `all` where a polite crawler gets every report, else the cause that keeps
 * something from it; `withheld` are the addresses kept so, where it is not the whole portal. What can be had stands in
 * the portal's truth.
 */
export interface Obstacle {
  readonly key: string;
  readonly portal: Portal;
  readonly outcome: "all" | FailureCause;
  readonly withheld: readonly string[];
  readonly listeners: readonly HostListener[];
}

/** What differs from a county's portal without any obstacle. */
export type ObstacleDraft = Partial<Omit<Obstacle, "portal" | "key">> & {
  readonly portal: Partial<Portal>;
};

/** `key` is part of the host (`www.<key>.gov.test`), `behaviour` its number in the list of behaviours, null for faults. */
export interface ObstacleKind {
  readonly key: string;
  readonly behaviour: number | null;
  readonly scheme?: "http" | "https";
  readonly build: (county: County, parameters: ObstacleParameters) => ObstacleDraft;
}
