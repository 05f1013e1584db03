import { brotliCompressSync, deflateRawSync, gzipSync } from "node:zlib";
import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDigest } from "../../corpus/archive/build-digest.ts";
import type { Visit } from "../../corpus/archive/visit.ts";
import { loadCopies } from "../../corpus/store/archive-records.ts";
import { buildExchange } from "./build-exchange.ts";
import { openTestArchive, type TestArchive } from "./open-test-archive.ts";
import { readWarcs } from "./read-warc.ts";

let test: TestArchive;
beforeEach(async () => {
  test = await openTestArchive();
});
afterEach(async () => test.close());

const page = Buffer.from("<p>全年收到申请 12 件</p>".repeat(20));

function buildVisit(parts: Partial<Visit> & Pick<Visit, "exchanges">): Visit {
  const content = parts.content ?? page;
  return { content, digest: buildDigest(content), metadata: {}, ...parts };
}

async function readText(digest: string): Promise<string> {
  return Buffer.from((await test.archive.read(digest)) ?? []).toString();
}

describe("a fetch", () => {
  it("is kept as response, request and metadata that name each other", async () => {
    const headers = [
      ["Set-Cookie", "a=1"],
      ["Content-Type", "text/html"],
      ["set-cookie", "b=2"],
      ["Set-Cookie", "c=,,,3"],
      ["X-Empty", ""],
    ] as const;
    const exchange = {
      ...buildExchange({ body: page, headers }),
      tls: { profile: "legacy", protocol: "TLSv1.2", fault: "expired" },
    };
    const visit = buildVisit({
      exchanges: [exchange],
      metadata: { via: "http://a.test/", charset: "gb18030", portal: null },
    });
    const archived = await test.archive.writeVisit(visit);
    await test.archive.close();
    const [info, response, request, metadata, ...others] = await readWarcs(test.folder);
    expect(others).toEqual([]);
    expect(info?.type).toBe("warcinfo");
    expect(response?.type).toBe("response");
    expect(response?.payload.equals(page)).toBe(true);
    expect(response?.header("WARC-IP-Address")).toBe("127.0.0.1");
    expect(response?.header("WARC-Payload-Digest")).toBe(`sha256:${buildDigest(page)}`);
    expect(response?.header("WARC-Date")).toBe("2024-01-20T02:03:04.567Z");
    expect(request?.header("WARC-Concurrent-To")).toBe(response?.id);
    expect(metadata?.header("WARC-Concurrent-To")).toBe(response?.id);
    expect(metadata?.payload.toString()).toBe(
      "fetchTimeMs: 42\r\ntlsProfile: legacy\r\ntlsProtocol: TLSv1.2\r\ncertificateFault: expired\r\nvia: http://a.test/\r\ncharset: gb18030\r\n",
    );
    expect(archived).toMatchObject({ state: "stored", digest: visit.digest });
    const [record] = await loadCopies(test.store, visit.digest);
    expect(record).toMatchObject({
      file: archived.file,
      offset: archived.offset,
      length: archived.length,
    });
    expect(await readText(visit.digest)).toBe(page.toString());
  });

  it.each([
    ["gzip", gzipSync(page)],
    ["x-gzip", gzipSync(page)],
    ["deflate", deflateRawSync(page)],
    ["br", brotliCompressSync(page)],
    ["gzip, br", brotliCompressSync(gzipSync(page))],
  ])("with %s is kept as it came, and read without", async (coding, body) => {
    const headers = [["Content-Encoding", coding]] as const;
    const visit = buildVisit({ exchanges: [buildExchange({ body, headers })] });
    await test.archive.writeVisit(visit);
    await test.archive.close();
    expect(await readText(visit.digest)).toBe(page.toString());
    const response = (await readWarcs(test.folder)).find(({ type }) => type === "response");
    expect(response?.payload.equals(body)).toBe(true);
    expect(response?.http("Content-Encoding")).toBe(coding);
  });

  it("whose body is not coded as it says is set right, and readable", async () => {
    const headers = [
      ["Content-Encoding", "gzip"],
      ["Transfer-Encoding", "chunked"],
    ] as const;
    const visit = buildVisit({ exchanges: [buildExchange({ body: page, headers })] });
    await test.archive.writeVisit(visit);
    await test.archive.close();
    const response = (await readWarcs(test.folder)).find(({ type }) => type === "response");
    expect(response?.text).toBe(page.toString());
    expect(response?.http("X-Archive-Orig-Content-Encoding")).toBe("gzip");
    expect(response?.http("X-Archive-Orig-Transfer-Encoding")).toBe("chunked");
    expect(await readText(visit.digest)).toBe(page.toString());
  });

  it("that was cut off keeps what came, and says so", async () => {
    const body = gzipSync(
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i) % 251)),
    ).subarray(0, 120);
    const content = Buffer.from("what the client could read");
    const exchange = buildExchange({
      body,
      headers: [["Content-Encoding", "gzip"]],
      cutOff: "reset",
    });
    const visit = buildVisit({ exchanges: [exchange], content });
    await test.archive.writeVisit(visit);
    await test.archive.close();
    const records = await readWarcs(test.folder);
    const response = records.find(({ type }) => type === "response");
    expect(response?.header("WARC-Truncated")).toBe("unspecified");
    expect(records.find(({ type }) => type === "conversion")?.header("WARC-Refers-To")).toBe(
      response?.id,
    );
    expect(records.at(-1)?.payload.toString()).toContain("cutOff: reset");
    expect(await readText(visit.digest)).toBe(content.toString());
  });

  it("keeps every hop, a header in bytes above ASCII, and a response without fields", async () => {
    const hop = buildExchange({
      url: "http://qingshan.gov.test/",
      status: 302,
      statusText: "\u00d2\u00c6",
      headers: [["Location", "/nb/"]],
      body: "",
    });
    const answer = buildExchange({ body: page, headers: [] });
    await test.archive.writeVisit(buildVisit({ exchanges: [hop, answer] }));
    await test.archive.close();
    const records = await readWarcs(test.folder);
    expect(records.map(({ type, target }) => `${type} ${target ?? ""}`)).toEqual([
      "warcinfo ",
      "response http://qingshan.gov.test/",
      "request http://qingshan.gov.test/",
      "response http://www.qingshan.gov.test/nb/2023.html",
      "request http://www.qingshan.gov.test/nb/2023.html",
      "metadata http://www.qingshan.gov.test/nb/2023.html",
    ]);
    expect(records[1]?.header("WARC-Concurrent-To")).toBe(records[3]?.id);
    expect(records[3]?.payload.equals(page)).toBe(true);
  });

  it("lets no field break out of its line", async () => {
    const headers = [["X-Evil\r\nA: b", "1\r\n\r\nWARC/1.1"]] as const;
    const url = "http://www.qingshan.gov.test/a?b\r\nWARC-Type: request";
    await test.archive.writeVisit(
      buildVisit({
        exchanges: [{ ...buildExchange({ body: page, headers }), url }],
        metadata: { via: "a\r\nb: c" },
      }),
    );
    await test.archive.close();
    const records = await readWarcs(test.folder);
    expect(records.map(({ type }) => type)).toEqual([
      "warcinfo",
      "response",
      "request",
      "metadata",
    ]);
    expect(records[1]?.payload.equals(page)).toBe(true);
    expect(records[3]?.payload.toString()).toContain("via: a b: c\r\n");
  });

  it("of a browser keeps the DOM and the answers that the page fetched", async () => {
    const shell = buildExchange({ body: "<div id=app></div>" });
    const data = buildExchange({
      url: "http://www.qingshan.gov.test/api?p=1",
      body: '{"rows":[]}',
    });
    const content = Buffer.from("<div id=app><p>已渲染</p></div>");
    const visit = buildVisit({ exchanges: [shell], fetched: [data], content, rendered: true });
    await test.archive.writeVisit(visit);
    expect((await test.archive.writeVisit(visit)).state).toBe("revisit");
    await test.archive.close();
    const records = await readWarcs(test.folder);
    const dom = records.find(({ type }) => type === "resource");
    expect(dom?.target).toBe("urn:dom:http://www.qingshan.gov.test/nb/2023.html");
    expect(dom?.payload.equals(content)).toBe(true);
    expect(await readText(buildDigest(Buffer.from('{"rows":[]}')))).toBe('{"rows":[]}');
    expect(await readText(visit.digest)).toBe(content.toString());
  });

  it("gives back any answer, whatever its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom("gzip", "br", "deflate", "none", "zstd"),
        fc.boolean(),
        async (content, coding, lies) => {
          const coded = coding === "gzip" && !lies ? gzipSync(content) : content;
          const headers = coding === "none" ? [] : ([["Content-Encoding", coding]] as const);
          const visit = buildVisit({
            exchanges: [buildExchange({ body: coded, headers })],
            content,
          });
          await test.archive.writeVisit(visit);
          expect(Buffer.from((await test.archive.read(visit.digest)) ?? [])).toEqual(
            Buffer.from(content),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is refused when its content has another digest", async () => {
    const visit = {
      ...buildVisit({ exchanges: [buildExchange({ body: page })] }),
      digest: "0".repeat(64),
    };
    await expect(test.archive.writeVisit(visit)).rejects.toThrow(TypeError);
  });
});

describe("the same again", () => {
  it("is a revisit that refers to the first, and is read from there", async () => {
    const first = buildVisit({ exchanges: [buildExchange({ body: page })] });
    const again = buildVisit({
      exchanges: [
        buildExchange({
          body: page,
          url: "http://www.qingshan.gov.test/other",
          startedAt: "2024-02-01T00:00:00.000Z",
        }),
      ],
    });
    expect((await test.archive.writeVisit(first)).state).toBe("stored");
    expect((await test.archive.writeVisit(again)).state).toBe("revisit");
    await test.archive.close();
    const revisit = (await readWarcs(test.folder)).find(({ type }) => type === "revisit");
    expect(revisit?.header("WARC-Profile")).toBe(
      "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
    );
    expect(revisit?.header("WARC-Refers-To-Target-URI")).toBe(
      "http://www.qingshan.gov.test/nb/2023.html",
    );
    expect(revisit?.header("WARC-Refers-To-Date")).toBe("2024-01-20T02:03:04.567Z");
    expect(revisit?.header("WARC-Payload-Digest")).toBe(`sha256:${buildDigest(page)}`);
    expect(revisit?.payload.byteLength).toBe(0);
    expect(revisit?.status).toBe(200);
  });

  it("after 304 refers to the content that is still valid", async () => {
    const body = gzipSync(page);
    const first = buildVisit({
      exchanges: [buildExchange({ body, headers: [["Content-Encoding", "gzip"]] })],
    });
    await test.archive.writeVisit(first);
    const unchanged = buildExchange({
      status: 304,
      statusText: "Not Modified",
      body: "",
      headers: [["ETag", '"1"']],
    });
    const again: Visit = {
      exchanges: [unchanged],
      content: Buffer.alloc(0),
      digest: first.digest,
      metadata: {},
    };
    expect((await test.archive.writeVisit(again)).state).toBe("revisit");
    await test.archive.close();
    const revisit = (await readWarcs(test.folder)).find(({ type }) => type === "revisit");
    expect(revisit?.header("WARC-Profile")).toMatch(/server-not-modified$/u);
    expect(revisit?.status).toBe(304);
  });

  it("after 304 of what is not held is said to be missing", async () => {
    const unchanged = buildExchange({ status: 304, body: "" });
    const visit: Visit = {
      exchanges: [unchanged],
      content: Buffer.alloc(0),
      digest: "1".repeat(64),
      metadata: {},
    };
    expect((await test.archive.writeVisit(visit)).state).toBe("missing");
  });

  it("is kept anew where the first was lost", async () => {
    const visit = buildVisit({ exchanges: [buildExchange({ body: page })] });
    const { file } = await test.archive.writeVisit(visit);
    await test.archive.close();
    rmSync(join(test.folder, file));
    expect((await test.archive.writeVisit(visit)).state).toBe("stored");
    expect(await readText(visit.digest)).toBe(page.toString());
  });
});
