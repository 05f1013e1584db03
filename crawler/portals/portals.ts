import { anhui } from "./anhui.ts";
import { annualModule } from "./annual-module.ts";
import { ewb } from "./ewb.ts";
import { generic } from "./generic.ts";
import { gkmlpt } from "./gkmlpt.ts";
import { hanwebDataproxy } from "./hanweb-dataproxy.ts";
import { hanwebSearch } from "./hanweb-search.ts";
import { igs } from "./igs.ts";
import { jpaas } from "./jpaas.ts";
import { lonsun } from "./lonsun.ts";
import type { Portal, PortalPage } from "./portal.ts";
import { siteChannel } from "./site-channel.ts";
import { trs } from "./trs.ts";
import { truecms } from "./truecms.ts";
import { ucap } from "./ucap.ts";
import { vsb } from "./vsb.ts";

/** All portals, those with the surest marks first; the last one takes any page. */
export const portals: readonly Portal[] = [
  annualModule,
  truecms,
  jpaas,
  hanwebSearch,
  hanwebDataproxy,
  lonsun,
  gkmlpt,
  ewb,
  anhui,
  siteChannel,
  vsb,
  trs,
  ucap,
  igs,
  generic,
];

/** The portal that a page or an answer is of, by what it prints and by the request that it answers. */
export function choosePortal(page: PortalPage): Portal {
  return portals.find((portal) => portal.matches(page)) ?? generic;
}
