import { Buffer } from "node:buffer";
import { expect, it, onTestFinished } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { buildArchivedVisit } from "../../../crawler/crawl/build-archived-visit.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import { readFileName } from "../../../crawler/http/read-file-name.ts";
import { encodeGb18030 } from "../../../demo/encode-gb18030.ts";
import { vsb } from "../../../demo/portal/families/vsb.ts";
import { buildKeptPortal } from "../../../demo/portal/kept-portal.ts";
import { buildPortal } from "../../../demo/portal/site/build-portal.ts";
import { planSite } from "../../../demo/portal/site/plan-site.ts";
import { startPortals } from "../../../demo/portal/start-portals.ts";

const name = "青山县2023年年度报告.docx";
const gbk = encodeGb18030(name).toString("latin1");
const utf8 = Buffer.from(name).toString("latin1");
const escaped = encodeURIComponent(name);

it.each([
  ["the bytes of GBK", `attachment;filename="${gbk}"`],
  ["the bytes of GBK without quotes", `attachment; filename=${gbk}`],
  ["the bytes of UTF-8", `attachment; filename="${utf8}"`],
  ["percent-encoding", `attachment; filename="${escaped}"`],
  ["RFC 5987", `attachment; filename*=UTF-8''${escaped}`],
  [
    "RFC 5987 after a plain name",
    `attachment; filename="report.docx"; filename*=utf-8''${escaped}`,
  ],
  ["RFC 5987 in a charset that nobody knows", `attachment; filename*=x-none''${escaped}`],
] as const)("reads a name in %s", (_, disposition) => {
  expect(readFileName(disposition)).toBe(name);
});

it.each([
  [`attachment; filename="C:\\\\temp\\\\年报.doc"`, "年报.doc"],
  [`attachment; filename="..\\/..\\/a.pdf"`, "a.pdf"],
  [`attachment; filename="a%00b.pdf"`, "ab.pdf"],
  [`attachment; filename=".."`, null],
  [`attachment; filename=""`, null],
  [`attachment; filename*=UTF-8''`, null],
  [`attachment; filename="${"a".repeat(300)}"`, null],
  ["inline", null],
  [null, null],
] as const)("reads no path and no nonsense from %j", (disposition, read) => {
  const latin1 = disposition === null ? null : Buffer.from(disposition).toString("latin1");
  expect(readFileName(latin1)).toBe(read);
});

it.each([
  ["GBK", buildPortal(planSite({ id: "vsb", at: 6, seed: 1 }), vsb)],
  ["RFC 5987", buildKeptPortal(22)],
] as const)("keeps the name that a portal tells in %s beside the file", async (_, portal) => {
  const { resolve, close } = await startPortals([portal]);
  onTestFinished(close);
  const client = openClient({ userAgent: "GongkaiBot/test", allowPrivate: true, resolve });
  onTestFinished(() => client.close());
  const [address = ""] = portal.truth.flatMap(({ attachments }) => attachments);
  const { signal } = new AbortController();
  const options = { habits: noHabits, validators: null, signal };
  const fetched = await client.fetch(buildRequest(address), options);
  const facts = { source: null, role: "attachment", address, digest: "", failure: null } as const;
  const { metadata } = buildArchivedVisit(fetched, facts);
  expect(metadata["fileName"]).toMatch(/政府信息公开工作年度报告\.(?:docx?|wps)$/u);
});
