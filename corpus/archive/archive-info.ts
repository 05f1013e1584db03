import { readFileSync } from "node:fs";
import { buildRecordId, buildWarcFields, type RecordPlan } from "./record-plan.ts";

/** Who archives and how: the fields of the `warcinfo` record that begins each file. */
export type ArchiveInfo = Readonly<Record<string, string>>;

/** The record that a file begins with. Further fields: `operator`, `http-header-user-agent`, `robots`. */
export function planInfo(
  info: ArchiveInfo,
  { file, now }: { readonly file: string; readonly now: Date },
): RecordPlan {
  const fields = {
    software: `gongkai/${loadVersion()}`,
    format: "WARC File Format 1.1",
    conformsTo: "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    ...info,
  };
  return {
    id: buildRecordId(),
    type: "warcinfo",
    target: null,
    date: now.toISOString(),
    contentType: "application/warc-fields",
    block: [buildWarcFields(fields)],
    digest: null,
    payloadDigest: null,
    fields: { "WARC-Filename": file },
  };
}

function loadVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}
