import { mkdirSync, writeFileSync } from "node:fs";
import { loadGazetteer } from "../corpus/divisions/load-gazetteer.ts";
import { buildDemo } from "./build-demo.ts";
import { demoDivisions } from "./list-demo.ts";

/** Writes `demo/reports/` and `demo/expected.json`: run with `node --import tsx demo/write-demo.ts`. */
const folder = new URL("reports/", import.meta.url);
const reports = buildDemo(loadGazetteer([demoDivisions]));
mkdirSync(folder, { recursive: true });
for (const { file, bytes } of reports) writeFileSync(new URL(file, folder), bytes);
const expected = Object.fromEntries(reports.map(({ file, expected }) => [file, expected]));
writeFileSync(new URL("expected.json", import.meta.url), `${JSON.stringify(expected)}\n`);
