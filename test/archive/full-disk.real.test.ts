import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { verifyArchive } from "../../corpus/archive/verify-archive.ts";
import type { ArchiveFault } from "../../corpus/archive/verify-file.ts";
import { openStore } from "../../corpus/store/open-store.ts";

const root = mkdtempSync(join(tmpdir(), "gongkai-full-"));
afterAll(() => rmSync(root, { recursive: true }));

// The limit on the size of a file stands for a full disk: the write fails half-way in the same manner.
const script = `
  import { openStore } from "./corpus/store/open-store.ts";
  import { openArchive } from "./corpus/archive/open-archive.ts";
  import { randomBytes } from "node:crypto";
  const root = process.argv[1];
  const store = await openStore({ file: root + "/gongkai.db" });
  const archive = await openArchive({ folder: root + "/archive", store });
  const results = await Promise.allSettled([
    archive.write(Buffer.from("before")),
  ]);
  results.push(...await Promise.allSettled([archive.write(randomBytes(3_000_000))]));
  results.push(...await Promise.allSettled([archive.write(Buffer.from("after"))]));
  await archive.close();
  console.log(JSON.stringify(results.map((r) => r.value ?? r.reason.name + ": " + r.reason.message)));
`;

describe.skipIf(process.platform === "win32")("a full disk", () => {
  it("is said with its mend, and leaves the archive as it was", async () => {
    const store = await openStore({ file: join(root, "gongkai.db") });
    const node = `exec "${process.execPath}" --import tsx --input-type=module -e "$1" "$2"`;
    const command = `trap '' XFSZ; ulimit -f 2000; ${node}`;
    const run = spawnSync("bash", ["-c", command, "bash", script, root], {
      cwd: join(import.meta.dirname, "..", ".."),
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    const [before, failed, after] = JSON.parse(run.stdout) as readonly string[];
    expect(failed).toMatch(/^ArchiveUnwritable: .*the disk is full\. Make room/u);
    const archive = await openArchive({ folder: join(root, "archive"), store });
    expect(Buffer.from((await archive.read(before ?? "")) ?? []).toString()).toBe("before");
    expect(Buffer.from((await archive.read(after ?? "")) ?? []).toString()).toBe("after");
    const faults: ArchiveFault[] = [];
    const onFault = (fault: ArchiveFault) => void faults.push(fault);
    const result = await verifyArchive(archive, { adopt: false, onFault, onProgress: () => {} });
    expect([faults, result.records]).toEqual([[], 3]);
    expect(readdirSync(join(root, "archive"))).toHaveLength(1);
    await archive.close();
    await store.close();
  });
});
