import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBinary } from "../../../search/engine/check-binary.ts";
import { EngineMissing } from "../../../search/engine/engine-errors.ts";
import { locateEngine } from "../../../search/engine/locate-engine.ts";

let folder = "";
let program = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-locate-"));
  program = join(folder, "meilisearch");
  await writeFile(program, "#!/bin/sh\n");
  await chmod(program, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("where the engine comes from", () => {
  test("an address comes first, then a named program, then the path", async () => {
    const url = "http://127.0.0.1:7700";
    expect(await locateEngine({ meiliUrl: url, meiliKey: "k", meiliBin: program })).toEqual({
      kind: "remote",
      url,
      key: "k",
    });
    expect(await locateEngine({ meiliUrl: url })).toEqual({ kind: "remote", url, key: "" });
    expect(await locateEngine({ meiliUrl: "", meiliBin: program }, "")).toEqual({
      kind: "binary",
      path: program,
      pinned: false,
    });
    expect(await locateEngine({}, ["/nowhere", folder].join(delimiter))).toEqual({
      kind: "binary",
      path: program,
      pinned: false,
    });
  });

  test("a named program that cannot be run is told, not passed over", async () => {
    const absent = join(folder, "absent");
    await expect(locateEngine({ meiliBin: absent }, folder)).rejects.toThrow(EngineMissing);
    await expect(locateEngine({ meiliBin: absent }, folder)).rejects.toThrow(absent);
  });

  test.runIf(process.platform !== "linux" || process.arch !== "x64")(
    "other platforms are told how to get one",
    async () => {
      await expect(locateEngine({}, "")).rejects.toThrow(/MEILI_BIN.*MEILI_URL/);
    },
  );

  test("a packaged binary with other content is not run", async () => {
    await expect(checkBinary(program, folder)).rejects.toThrow(EngineMissing);
  });
});
