// Writes visits into the archive of a data folder and prints the digest of each when it is acknowledged, until it is
// killed, or told by SIGTERM to close. Arguments: the folder, a seed, and what an archive file may grow to.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import { openArchive } from "../../corpus/archive/open-archive.ts";
import { openStore } from "../../corpus/store/open-store.ts";
import { buildExchange } from "./build-exchange.ts";

const [root = "", seed = "", rolloverBytes = "1000000"] = process.argv.slice(2);
const store = await openStore({ file: join(root, "gongkai.db") });
const folder = join(root, "archive");
const archive = await openArchive({ folder, store, rolloverBytes: Number(rolloverBytes) });
const stopping = new AbortController();
process.once("SIGTERM", () => stopping.abort());

async function write(lane: number): Promise<void> {
  for (let at = 0; !stopping.signal.aborted; at += 1) {
    const size = at % 5 === 0 ? 200_000 : 300 * (lane + 1);
    const content = Buffer.from(`${seed}-${lane}-${at} ${randomBytes(size / 2).toString("hex")}`);
    const body = at % 2 === 0 ? gzipSync(content) : content;
    const headers = at % 2 === 0 ? ([["Content-Encoding", "gzip"]] as const) : [];
    const url = `http://www.qingshan.gov.test/${seed}/${lane}/${at}`;
    const digest = buildDigest(content);
    const exchanges = [buildExchange({ url, body, headers })] as const;
    await archive.writeVisit({ exchanges: [exchanges[0]], content, digest, metadata: { at } });
    process.stdout.write(`${digest}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(write));
await archive.close();
await store.close();
