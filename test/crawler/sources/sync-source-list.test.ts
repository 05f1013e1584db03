import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Source } from "../../../corpus/source.ts";
import type { Store } from "../../../corpus/store/open-store.ts";
import {
  loadEverySource,
  loadSources,
  removeSource,
  saveSources,
} from "../../../corpus/store/sources.ts";
import { syncSourceList } from "../../../crawler/sources/sync-source-list.ts";
import { openEmptyStore } from "../../store/open-empty-store.ts";

let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-sync-sources-"));
  store = await openEmptyStore(join(folder, "gongkai.db"));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const buildSource = (id: string, change: Partial<Source> = {}): Source => ({
  id,
  division: "990121",
  agency: null,
  entry: `http://www.${id}.gov.test/`,
  kind: "portal",
  render: "http",
  notes: "",
  ...change,
});
const list = async () =>
  (await loadSources(store)).map(({ id, origin, notes }) => [id, origin, notes].join(" "));

describe("syncSourceList", () => {
  it("brings the list in and follows its changes", async () => {
    await syncSourceList(store, [buildSource("a"), buildSource("b")]);
    await syncSourceList(store, [buildSource("a", { notes: "new" }), buildSource("c")]);
    expect(await list()).toEqual(["a list new", "b list ", "c list "]);
  });

  it("brings nothing back that a person removed", async () => {
    await syncSourceList(store, [buildSource("a"), buildSource("b")]);
    await removeSource(store, "a");
    await syncSourceList(store, [buildSource("a", { notes: "new" }), buildSource("b")]);
    expect(await list()).toEqual(["b list "]);
  });

  it("gives the id of what a person added and removed to no other place", async () => {
    const added = buildSource("a", { entry: "http://www.other.gov.test/", notes: "mine" });
    await saveSources(store, [added], "added");
    await removeSource(store, "a");
    await syncSourceList(store, [buildSource("a"), buildSource("b")]);
    expect(await list()).toEqual(["b list "]);
    const entries = (await loadEverySource(store)).map(({ id, entry }) => [id, entry]);
    expect(entries).toEqual([
      ["a", "http://www.other.gov.test/"],
      ["b", "http://www.b.gov.test/"],
    ]);
  });

  it("leaves what a person added under the same id or for the same entry", async () => {
    const added = buildSource("a", { entry: "http://www.other.gov.test/", notes: "mine" });
    await saveSources(
      store,
      [added, buildSource("mine", { entry: "https://b.gov.test" })],
      "added",
    );
    await syncSourceList(store, [buildSource("a"), buildSource("b"), buildSource("c")]);
    expect(await list()).toEqual(["a added mine", "c list ", "mine added "]);
  });
});
