import { annualModule } from "./families/annual-module.ts";
import { attachments } from "./families/attachments.ts";
import { copies } from "./families/copies.ts";
import { ewb } from "./families/ewb.ts";
import { inlineColumn, yearFolders } from "./families/folders.ts";
import { frameset, iframe } from "./families/frames.ts";
import { gkmlpt } from "./families/gkmlpt.ts";
import { hanwebDataproxy } from "./families/hanweb-dataproxy.ts";
import { hanwebSearch } from "./families/hanweb-search.ts";
import { jpaas } from "./families/jpaas.ts";
import { lonsun } from "./families/lonsun.ts";
import { pictures } from "./families/pictures.ts";
import { plain } from "./families/plain.ts";
import { restless } from "./families/restless.ts";
import { siteChannel } from "./families/site-channel.ts";
import { trs } from "./families/trs.ts";
import { truecms } from "./families/truecms.ts";
import { ucap } from "./families/ucap.ts";
import { vsb } from "./families/vsb.ts";
import type { Family } from "./site/site.ts";

/** Every kind of portal that is simulated. */
export const families: readonly Family[] = [
  trs,
  hanwebDataproxy,
  hanwebSearch,
  annualModule,
  jpaas,
  ucap,
  vsb,
  lonsun,
  gkmlpt,
  siteChannel,
  ewb,
  truecms,
  iframe,
  frameset,
  yearFolders,
  inlineColumn,
  copies,
  restless,
  attachments,
  pictures,
  { ...plain, name: "odd", behaviours: [21] },
];
