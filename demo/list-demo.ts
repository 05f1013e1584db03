import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { demoAgencies } from "./demo-agencies.ts";
import type { DemoAgency, DemoReport } from "./demo-report.ts";

/** A file of the demo: its path on this machine and the address from which it would come. */
export interface DemoFile {
  readonly file: string;
  readonly address: string;
}

/** The places of the fictional province, in the columns of `corpus/divisions.csv`. */
export const demoDivisions = fileURLToPath(new URL("divisions.csv", import.meta.url));

/** Every report of the demo, each body's oldest first. */
export function listDemoFiles(): readonly DemoFile[] {
  return demoAgencies.flatMap((agency) =>
    agency.reports.map((report) => ({
      file: fileURLToPath(new URL(`reports/${buildFileName(agency, report)}`, import.meta.url)),
      address: `http://${agency.host}${buildAddressPath(agency, report)}`,
    })),
  );
}

/** `qingshan-2022.html`; a text of a page is `.txt`. */
export function buildFileName({ key }: DemoAgency, { year, layout }: DemoReport): string {
  return `${key}-${year}.${layout.startsWith("text-") ? "txt" : "html"}`;
}

/** Addresses as the site systems of the layouts make them; texts come from pages of the first. */
function buildAddressPath(agency: DemoAgency, { year, layout, published }: DemoReport): string {
  const hash = createHash("sha256").update(`${agency.key}-${year}`).digest("hex");
  const day = (published ?? `${year + 1}-01-20`).replaceAll("-", "");
  const number = Number.parseInt(hash.slice(0, 6), 16) % 100_000;
  const month = day.slice(0, 6);
  if (layout === "ucap") return `/${agency.key}/c100131/${month}/${hash.slice(0, 32)}.shtml`;
  if (layout === "vsb") return `/info/1143/${number}.htm`;
  if (layout === "word") return `/xxgk/nb/${year}n/${number}.htm`;
  return `/zwgk/zfxxgknb/${month}/t${day}_${number}.html`;
}
