import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { runGongkaiProcess } from "../gongkai-process.ts";

const data = mkdtempSync(join(tmpdir(), "gongkai-port-"));
afterAll(() => rmSync(data, { recursive: true }));

it("a first start that finds its port taken has told the admin token, the next one tells where it is", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const start = () => runGongkaiProcess(["serve"], data, { GONGKAI_PORT: String(port) });
  const [first, second] = [await start(), await start()];
  other.close();
  const file = join(data, "admin-token");
  const token = readFileSync(file, "utf8").trim();
  for (const { code, err } of [first, second]) {
    expect(code).not.toBe(0);
    expect(err).toContain("choose another with GONGKAI_HOST and GONGKAI_PORT");
    expect(err).toContain(`kept in ${file}`);
  }
  expect(first.err).toContain(token);
  expect(second.err).not.toContain(token);
});
