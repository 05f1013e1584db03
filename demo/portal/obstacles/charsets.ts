import { Buffer } from "node:buffer";
import type { ServedPage } from "../portal.ts";
import type { County } from "./build-county.ts";
import { encodeWholeGb18030 } from "./encode-whole-gb18030.ts";
import type { ObstacleDraft, ObstacleKind } from "./obstacle.ts";
import { buildHost, buildPages, listTruth, servePages } from "./serve-county.ts";

/** `declared` is what the page names itself; null where it names nothing. `type` is the header, null for none. */
interface Writing {
  readonly key: string;
  readonly bytes: "utf-8" | "utf-8 with mark" | "gb18030";
  readonly declared: string | null;
  readonly type: string | null;
}

const writings: readonly Writing[] = [
  { key: "charset-gbk-bare", bytes: "gb18030", declared: null, type: "text/html" },
  { key: "charset-gb2312", bytes: "gb18030", declared: "gb2312", type: "text/html" },
  {
    key: "charset-said-utf8",
    bytes: "gb18030",
    declared: "gbk",
    type: "text/html; charset=utf-8",
  },
  {
    key: "charset-said-gbk",
    bytes: "utf-8",
    declared: "utf-8",
    type: "text/html; charset=GBK",
  },
  {
    key: "charset-unknown",
    bytes: "utf-8",
    declared: "utf8mb4",
    type: "text/html; charset=ISO-88509-1",
  },
  { key: "charset-no-type", bytes: "gb18030", declared: "gb2312", type: null },
  { key: "charset-mark", bytes: "utf-8 with mark", declared: "gb2312", type: "text/html" },
];

/** Pages whose charset is told wrongly or not at all (behaviour 13). */
export const charsets: readonly ObstacleKind[] = writings.map((writing) => ({
  key: writing.key,
  behaviour: 13,
  build: (county) => buildCharset(county, writing),
}));

function buildCharset(county: County, { bytes, declared, type }: Writing): ObstacleDraft {
  const headers: ServedPage["headers"] = type === null ? [] : [["Content-Type", type]];
  const encode = (text: string): Uint8Array => encodeText(declare(text, declared), bytes);
  const pages = buildPages(county, { encode, headers });
  return {
    portal: { hosts: [buildHost(county, servePages(pages))], truth: listTruth(county, pages) },
  };
}

function declare(text: string, charset: string | null): string {
  return charset === null
    ? text.replace(/<meta[^>]*charset[^>]*>/giu, "")
    : text.replace(/charset=("?)[\w-]+/giu, `charset=$1${charset}`);
}

function encodeText(text: string, bytes: Writing["bytes"]): Uint8Array {
  if (bytes === "gb18030") return encodeWholeGb18030(text);
  return Buffer.from(bytes === "utf-8" ? text : `\uFEFF${text}`);
}
