import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildRequest, noHints } from "../../../corpus/address.ts";
import { openArchive } from "../../../corpus/archive/open-archive.ts";
import type { NewAddress } from "../../../corpus/frontier.ts";
import type { SourceKind } from "../../../corpus/source.ts";
import { claimAddress } from "../../../corpus/store/frontier/claim-address.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import { beginRun } from "../../../corpus/store/runs.ts";
import { type HeldSource, loadSources, saveSources } from "../../../corpus/store/sources.ts";
import type { CrawlParts, Network } from "../../../crawler/crawl/crawl-parts.ts";
import { handleClaim } from "../../../crawler/crawl/handle-claim.ts";
import { buildRequestKey } from "../../../crawler/links/canonicalize-address.ts";
import { politePace } from "../../../crawler/manners/compute-delay.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";
import { buildAnswer } from "./build-answer.ts";

const start = Date.UTC(2026, 0, 5, 2);
export const claimedHost = "www.qingshan.gov.test";

/** ISO 8601 in UTC, so many milliseconds after the beginning. */
export function formatAt(ms: number): string {
  return new Date(start + ms).toISOString();
}

/** A network that answers as it is told. */
export function buildNetwork(fetch: Network["client"]["fetch"]): Network {
  return {
    client: { fetch },
    resolve: async () => [{ address: "1.2.3.4", family: 4 }],
    openRenderer: async () => Promise.reject(new Error("unused")),
    pace: politePace,
  };
}

/** An answer with these words in the body of a page. */
export function buildPageAnswer(url: string, body: string): ReturnType<typeof buildAnswer> {
  const text = `<html><head><title>提示</title></head><body>${body}</body></html>`;
  return { ...buildAnswer(url, 200), content: new TextEncoder().encode(text) };
}

/** An address of the one source. */
export function buildClaimable(path: string, role: NewAddress["role"] = "report"): NewAddress {
  const request = buildRequest(`http://${claimedHost}${path}`);
  const place = { key: buildRequestKey(request) ?? "", host: claimedHost, sourceId: "qingshan" };
  return { request, role, hints: noHints, ...place, render: "http", via: null };
}

/** A frontier with one source and one host, whose addresses are visited one by one; `now` is after the beginning. */
export class ClaimedVisits {
  readonly store: Store;
  readonly #parts: CrawlParts;
  readonly #folder: string;
  readonly #source: HeldSource;
  readonly #runId: number;
  now = 0;

  constructor(
    parts: Omit<CrawlParts, "now">,
    given: { readonly folder: string; readonly source: HeldSource; readonly runId: number },
  ) {
    this.store = parts.store;
    this.#parts = { ...parts, now: () => start + this.now };
    this.#folder = given.folder;
    this.#source = given.source;
    this.#runId = given.runId;
  }

  static async open(entry = `http://${claimedHost}/`, kind: SourceKind = "portal") {
    const folder = mkdtempSync(join(tmpdir(), "gk-visits-"));
    const store = await openEmptyStore(join(folder, "gongkai.db"));
    const archive = await openArchive({ folder: join(folder, "archive"), store });
    const fields = { division: "990121", agency: null, entry, kind, render: "http" } as const;
    await saveSources(store, [{ id: "qingshan", ...fields, notes: "虚构" }], "added");
    const [source] = await loadSources(store);
    if (source === undefined) throw new Error("The source was not kept.");
    const runId = await beginRun(store, {
      sourceId: "qingshan",
      cause: "command",
      now: formatAt(0),
    });
    const findNetwork = () => buildNetwork(async () => Promise.reject(new Error("unused")));
    const parts = { store, archive, findNetwork, owner: "one", onEvent: () => {} };
    return new ClaimedVisits(parts, { folder, source, runId });
  }

  /** Lets the host be asked, as one whose robots.txt is known, and its missing page unless that is null. */
  async prepare(missing: null | [] = []): Promise<void> {
    const robots = JSON.stringify({ status: 404, body: "", fetchedAt: start + this.now });
    const habits = JSON.stringify({ habits: { tls: "strict", family: null }, missing });
    const ready = { ready_at: formatAt(0), paced_until: formatAt(0) };
    await this.store.db
      .updateTable("host")
      .set({ robots, habits, ...ready })
      .execute();
  }

  /** Does what is to be done next, after so many milliseconds. */
  async handle(network: Network, afterMs = 0): Promise<void> {
    this.now += afterMs;
    const times = { now: formatAt(this.now), until: formatAt(this.now + 120_000) };
    const wish = { owner: "one", ...times, sources: ["qingshan"], render: null };
    const claim = await claimAddress(this.store, wish);
    if (claim === null) throw new Error("Nothing can be claimed.");
    const { signal } = new AbortController();
    const given = { claim, source: this.#source, network, runId: this.#runId, signal };
    await handleClaim(given, this.#parts);
  }

  async listAddresses() {
    return this.store.db.selectFrom("address").selectAll().orderBy("id").execute();
  }

  async loadHost() {
    return this.store.db.selectFrom("host").selectAll().executeTakeFirstOrThrow();
  }

  async close(): Promise<void> {
    await this.#parts.archive.close();
    await this.store.close();
    rmSync(this.#folder, { recursive: true });
  }
}
