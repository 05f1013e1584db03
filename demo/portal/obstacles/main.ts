// Portals with one obstacle each, the same for the same seed:
//   obstacle             what an obstacle is, and how it ends for a polite crawler
//   obstacle-parameters  waits, rates and sizes
//   build-county         the portal that all of them have: a department with a column of three reports
//   serve-county         its pages as a host serves them, and its truth
//   open-listeners       TLS, IPv6 and hours: what the port of all portals cannot show
// and one file for each behaviour, below.
import type { Portal } from "../portal.ts";
import { addressFamilies } from "./address-families.ts";
import { buildCounty } from "./build-county.ts";
import { challenges } from "./challenges.ts";
import { charsets } from "./charsets.ts";
import { endlessFiles } from "./endless-files.ts";
import { formLists } from "./form-lists.ts";
import { lostDomains } from "./lost-domains.ts";
import { missingPages } from "./missing-pages.ts";
import type { Obstacle, ObstacleKind } from "./obstacle.ts";
import { type ObstacleParameters, usualParameters } from "./obstacle-parameters.ts";
import { patience } from "./patience.ts";
import { redirects } from "./redirects.ts";
import { robotsFiles } from "./robots-files.ts";
import { scriptLists } from "./script-lists.ts";
import { tlsHosts } from "./tls-hosts.ts";
import { transfers } from "./transfers.ts";
import { traps } from "./traps.ts";
import { twoSchemes } from "./two-schemes.ts";
import { unsteadyHosts } from "./unsteady-hosts.ts";
import { validators } from "./validators.ts";

/** Every obstacle, in the order of the behaviours; new ones go to the end of their group. */
export const obstacleKinds: readonly ObstacleKind[] = [
  ...charsets,
  ...transfers,
  ...redirects,
  ...missingPages,
  ...validators,
  ...robotsFiles,
  ...patience,
  ...challenges,
  ...tlsHosts,
  ...unsteadyHosts,
  ...addressFamilies,
  ...lostDomains,
  ...scriptLists,
  ...traps,
  ...endlessFiles,
  ...twoSchemes,
  ...formLists,
];

/** What must be given, and what may. `keys` names the obstacles that are wanted; all of them where it is left out. */
export type GivenParameters = Pick<ObstacleParameters, "seed"> &
  Partial<ObstacleParameters> & { readonly keys?: readonly string[] };

/** Portals with one obstacle each. They remember who asked them: build new ones for a new run. */
export function buildObstacles({ keys, ...given }: GivenParameters): readonly Obstacle[] {
  const parameters: ObstacleParameters = { ...usualParameters, ...given };
  return obstacleKinds.flatMap((kind, at) =>
    keys === undefined || keys.includes(kind.key) ? [buildObstacle(kind, at, parameters)] : [],
  );
}

function buildObstacle(kind: ObstacleKind, at: number, parameters: ObstacleParameters): Obstacle {
  const { key, behaviour, scheme = "http", build } = kind;
  const county = buildCounty({ key, at, seed: parameters.seed, scheme });
  const { portal, outcome = "all", withheld = [], listeners = [] } = build(county, parameters);
  const plain: Portal = {
    id: key,
    behaviours: behaviour === null ? [] : [behaviour],
    hosts: [],
    sources: [county.source],
    truth: [],
    decoys: [],
  };
  return { key, portal: { ...plain, ...portal }, outcome, withheld, listeners };
}
