import type { FailureCause } from "../../corpus/failure.ts";

/**
 * What a failure says of the host: it `answered` all the same; nothing (`none`: the fault is ours, or of one page, or
 * nothing was asked); it `counts` towards closing the host for a while; it `closes` it at once; it wants a `person`;
 * it is `lost`.
 */
export type HostEffect = "answered" | "none" | "counts" | "closes" | "person" | "lost";

export const hostEffects: Readonly<Record<FailureCause, HostEffect>> = {
  dns: "counts",
  refused: "counts",
  timeout: "counts",
  reset: "counts",
  tls: "counts",
  "bad-response": "none",
  "server-error": "counts",
  "too-many-requests": "closes",
  "redirect-loop": "answered",
  "too-large": "answered",
  "not-found": "answered",
  "soft-404": "answered",
  forbidden: "answered",
  refusal: "answered",
  robots: "none",
  "robots-unreachable": "closes",
  "out-of-scope": "none",
  trap: "none",
  challenge: "person",
  "domain-lost": "lost",
  disk: "none",
  browser: "none",
  broken: "none",
};
