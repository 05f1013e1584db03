import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AddressRole, buildRequest, type Hints, noHints } from "../../../corpus/address.ts";
import { buildDigest } from "../../../corpus/archive/build-digest.ts";
import type { Archive } from "../../../corpus/archive/archive.ts";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import { decodeText } from "../../../corpus/charset.ts";
import { loadGazetteer } from "../../../corpus/divisions/load-gazetteer.ts";
import type { NewAddress } from "../../../corpus/frontier.ts";
import { detectMediaType, isText } from "../../../corpus/media-type.ts";
import type { Source } from "../../../corpus/source.ts";
import { addAddresses } from "../../../corpus/store/frontier/add-addresses.ts";
import { endVisit } from "../../../corpus/store/frontier/end-visit.ts";
import { loadReport } from "../../../corpus/store/load-report.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { beginRun } from "../../../corpus/store/runs.ts";
import { saveSources } from "../../../corpus/store/sources.ts";
import type { ContentChange } from "../../../corpus/visit-record.ts";
import { demoDivisions } from "../../../demo/list-demo.ts";
import { readPending, type ReadTargets } from "../../../indexer/read-pending.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

const gazetteer = loadGazetteer([demoDivisions]);
const host = "www.qingshan.gov.test";

const source: Source = {
  id: "qingshan",
  division: "990121",
  agency: null,
  entry: `http://${host}/`,
  kind: "portal",
  render: "http",
  notes: "虚构",
};

/** What a visit of the crawler finds at an address: null where it is gone. */
export interface Visited {
  readonly path: string;
  readonly content: string | Uint8Array | null;
  readonly role?: AddressRole;
  readonly hints?: Partial<Hints>;
  /** The path of the page that leads here. */
  readonly via?: string;
}

/** A store and an archive into which contents come as the crawler leaves them: archived, and waiting to be read. */
export class CrawledCorpus {
  readonly store: Store;
  readonly archive: Archive;
  readonly folder: string;
  readonly #runId: number;
  #seconds = 0;

  private constructor(parts: { store: Store; archive: Archive; folder: string; runId: number }) {
    this.store = parts.store;
    this.archive = parts.archive;
    this.folder = parts.folder;
    this.#runId = parts.runId;
  }

  static async open(openIn?: (folder: string) => Promise<Store>): Promise<CrawledCorpus> {
    const folder = mkdtempSync(join(tmpdir(), "gongkai-reading-"));
    const store = await (openIn?.(folder) ?? openEmptyStore(join(folder, "gongkai.db")));
    const archive = await openArchive({ folder: join(folder, "archive"), store });
    await saveSources(store, [source], "added");
    const run = { sourceId: source.id, cause: "command", now: at(0) } as const;
    return new CrawledCorpus({ store, archive, folder, runId: await beginRun(store, run) });
  }

  get targets(): ReadTargets {
    const { store, archive } = this;
    const readClock = () => "2024-06-01T00:00:00.000Z";
    return { store, archive, gazetteer, divisionLists: [demoDivisions], readClock };
  }

  /** Visits an address; each visit is a second later than the one before. Returns the visit's id. */
  async visit(visited: Visited): Promise<number> {
    const now = at((this.#seconds += 1));
    const url = `http://${host}${visited.path}`;
    const role = visited.role ?? "report";
    const id = await this.#addAddress(visited, { url, role, now });
    const bytes =
      typeof visited.content === "string" ? Buffer.from(visited.content) : visited.content;
    const digest = bytes === null ? null : await this.archive.write(bytes);
    const change = await this.#tellChange(id, digest);
    const headers = { etag: `"${digest?.slice(0, 8)}"` };
    const mediaType = bytes === null ? "" : detectMediaType(bytes);
    const charset = bytes !== null && isText(mediaType) ? decodeText(bytes).charset : null;
    await endVisit(this.store, {
      id,
      owner: "test",
      now,
      end:
        digest === null
          ? { state: "failed", status: 404, failure: "not-found", reason: "404", dueAt: now }
          : { state: "done", status: 200, digest, etag: null, lastModified: null },
      host: buildHost(now),
      found: [],
      visit: {
        runId: this.#runId,
        sourceId: source.id,
        host,
        url,
        role,
        status: digest === null ? 404 : 200,
        failure: digest === null ? "not-found" : null,
        reason: null,
        change,
        digest,
        bytes: bytes?.length ?? 0,
        tookMs: 5,
      },
      reading:
        digest === null || bytes === null || change === "same"
          ? null
          : { digest, url, status: 200, headers, mediaType, charset, bytes: bytes.length },
    });
    const { id: visitId } = await this.store.db
      .selectFrom("visit")
      .orderBy("id", "desc")
      .select("id")
      .limit(1)
      .executeTakeFirstOrThrow();
    return visitId;
  }

  async read(): Promise<number> {
    return readPending(this.targets);
  }

  /** Visits and reads; gives what the visit is said to have changed. */
  async see(path: string, content: Visited["content"]): Promise<string | null> {
    const id = await this.visit({ path, content });
    await this.read();
    return this.readChange(id);
  }

  async readChange(visitId: number): Promise<string | null> {
    const row = await this.store.db
      .selectFrom("visit")
      .where("id", "=", visitId)
      .select("change")
      .executeTakeFirstOrThrow();
    return row.change;
  }

  /** Every report's id with the path of its current version and how many versions it has. */
  async listReports(): Promise<readonly { id: string; at: string; versions: number }[]> {
    const rows = await this.store.db.selectFrom("report").orderBy("id").select("id").execute();
    const reports = [];
    for (const { id } of rows) {
      const report = await loadReport(this.store, id);
      const path = new URL(report?.capture.address ?? `http://${host}/`).pathname;
      reports.push({ id, at: path, versions: report?.versions.length ?? 0 });
    }
    return reports;
  }

  async listReadings() {
    return this.store.db
      .selectFrom("reading")
      .innerJoin("address", "address.id", "reading.address_id")
      .orderBy("reading.id")
      .select(["reading.url", "reading.state", "reading.report_id", "reading.reason"])
      .execute();
  }

  async close(): Promise<void> {
    await this.archive.close();
    await this.store.close();
    rmSync(this.folder, { recursive: true });
  }

  async #addAddress(
    { path, via, hints = {} }: Visited,
    { url, role, now }: { readonly url: string; readonly role: AddressRole; readonly now: string },
  ): Promise<number> {
    const address: NewAddress = {
      key: url,
      host,
      sourceId: source.id,
      render: "http",
      role,
      request: buildRequest(url),
      hints: { ...noHints, ...hints },
      via: via === undefined ? null : await this.#findAddress(`http://${host}${via}`),
    };
    await addAddresses(this.store, [address], now);
    return this.#findAddress(`http://${host}${path}`);
  }

  async #findAddress(key: string): Promise<number> {
    const row = await this.store.db
      .selectFrom("address")
      .where("key", "=", key)
      .select("id")
      .executeTakeFirstOrThrow();
    return row.id;
  }

  async #tellChange(addressId: number, digest: string | null): Promise<ContentChange> {
    if (digest === null) return "gone";
    const last = await this.store.db
      .selectFrom("address")
      .where("id", "=", addressId)
      .select("digest")
      .executeTakeFirstOrThrow();
    if (last.digest === null) return "new";
    return last.digest === digest ? "same" : "changed";
  }
}

export function digestOf(content: string): string {
  return buildDigest(Buffer.from(content));
}

function buildHost(now: string) {
  return {
    name: host,
    state: "open",
    reason: null,
    readyAt: now,
    pacedUntil: now,
    responseMs: 5,
    failures: 0,
    trips: 0,
    ip: null,
    habits: null,
    robots: null,
  } as const;
}

function at(seconds: number): string {
  return new Date(Date.UTC(2024, 0, 1) + seconds * 1000).toISOString();
}
