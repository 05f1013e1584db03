import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { decodeText } from "../../corpus/charset.ts";
import { loadGazetteer } from "../../corpus/divisions/load-gazetteer.ts";
import { loadReport } from "../../corpus/store/load-report.ts";
import { loadVersionChanges } from "../../corpus/store/load-version-changes.ts";
import { demoDivisions, listDemoFiles } from "../../demo/list-demo.ts";
import { importFile } from "../../indexer/import-file.ts";
import { createApp } from "../../server/app.ts";
import { startServer } from "../../server/main.ts";
import { openViewer } from "../../viewer/main.ts";
import { buildDeps } from "../server/fixtures.ts";
import { openBrowser } from "./open-browser.ts";
import { openEmptyStore } from "../store/open-empty-store.ts";

/** A copy of a report to be imported, as it was at a time. */
export interface ArchivedCopy {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** ISO 8601 in UTC. */
  readonly capturedAt: string;
}

export interface ArchiveSite {
  readonly url: string;
  /** The ids of the copies' reports, in their order. */
  readonly ids: readonly string[];
  readonly openContext: (options?: Parameters<Browser["newContext"]>[0]) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

/** A report of the demo as text. */
export function readDemoText(name: string): string {
  const found = listDemoFiles().find(({ file }) => file.endsWith(name));
  return decodeText(readFileSync(found?.file ?? name)).text;
}

/** A site over a real store, archive and viewer that hold these copies, and a real browser to look at it. */
export async function openArchiveSite(copies: readonly ArchivedCopy[]): Promise<ArchiveSite> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-archive-"));
  const store = await openEmptyStore(join(folder, "gongkai.db"));
  const archive = await openArchive({ folder: join(folder, "archive"), store });
  const gazetteer = loadGazetteer([demoDivisions]);
  const ids: string[] = [];
  for (const { name, content, capturedAt } of copies) {
    const file = join(folder, name);
    writeFileSync(file, content);
    const known = {
      address: `https://www.example.cn/${name}`,
      agency: null,
      year: null,
      demo: true,
    };
    const targets = { store, archive, gazetteer, readClock: () => capturedAt };
    const outcome = await importFile({ ...known, file }, targets);
    if (outcome.state === "refused") throw new Error(`${name}: ${outcome.reason}`);
    ids.push(outcome.reportId);
  }
  const viewer = openViewer();
  const app = createApp(
    buildDeps({
      loadReport: (id, digest) => loadReport(store, id, digest ?? null),
      loadVersionChanges: (id) => loadVersionChanges(store, id),
      openOriginal: async (digest) => new Uint8Array((await archive.read(digest)) ?? []),
      showOriginal: async ({ digest, ...view }) => {
        const bytes = await archive.read(digest);
        return bytes && viewer.show({ bytes, ...view });
      },
    }),
  );
  const server = await startServer({ host: "127.0.0.1", port: 0, app });
  const browser = await openBrowser();
  return {
    url: server.url,
    ids,
    openContext: (options = {}) =>
      browser.newContext({ baseURL: server.url, reducedMotion: "reduce", ...options }),
    close: async () => {
      await browser.close();
      await server.close();
      await viewer.close();
      await archive.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
