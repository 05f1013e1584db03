import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../crawler/http/decode-page.ts";
import { GiveUp, TryAgain, TryLater } from "../../../crawler/http/fetch-failed.ts";
import { fetchFailure, fetchFrom, fetchPage, writeAnswer } from "./fetch-from.ts";

const html =
  "<!DOCTYPE html><html><head><title>年报</title></head><body>政府信息公开</body></html>";

describe("bodies that are not as declared", () => {
  const open = "<html><body>第一项";
  const short = { timeOuts: { connect: 5000, firstByte: 5000, idle: 500, total: 20_000 } };

  it("keeps what came of a page that breaks off, and asks again", async () => {
    const failure = await fetchFailure(() =>
      writeAnswer(open, { fields: ["Content-Length: 9999"] }),
    );
    expect(failure).toBeInstanceOf(TryAgain);
    expect(failure.failure).toBe("bad-response");
    expect(failure.fetched?.exchanges[0].response.cutOff).toContain("of the 9999 bytes");
    expect(Buffer.from(failure.fetched?.content ?? []).toString()).toBe(open);
  });

  it("takes it where the caller accepts it", async () => {
    const page = await fetchPage(() => writeAnswer(open, { fields: ["Content-Length: 9999"] }), {
      acceptCutOff: true,
    });
    expect(page.exchanges[0].response.cutOff).toContain("9999");
    expect(decodePage(page).text).toBe(open);
  });

  it("takes a page that ends as one although more was declared", async () => {
    const page = await fetchPage(() => writeAnswer(html, { fields: ["Content-Length: 9999"] }));
    expect(decodePage(page).text).toBe(html);
    expect(page.exchanges[0].response.cutOff).not.toBeNull();
  });

  it("takes all that came where less was declared, at once and in parts", async () => {
    const fields = ["Content-Length: 20"];
    const atOnce = await fetchPage(() => writeAnswer(html, { fields }));
    expect(decodePage(atOnce).text).toBe(html);
    const bytes = writeAnswer(html, { fields });
    const inParts = await fetchPage(async (_request, socket) => {
      socket.write(bytes.subarray(0, 90));
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.end(bytes.subarray(90));
      return null;
    });
    expect(decodePage(inParts).text).toBe(html);
    expect(inParts.exchanges[0].response.cutOff).toBeNull();
  });

  it("does not take a second answer for more of the first", async () => {
    const page = await fetchPage(() =>
      Buffer.concat([writeAnswer(html), writeAnswer("<html>other</html>")]),
    );
    expect(decodePage(page).text).toBe(html);
  });

  it.each([
    ["cut off", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n"],
    ["broken", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\nzz\r\nfoo"],
    [
      "too long",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>abc\r\n0\r\n\r\n",
    ],
  ])("keeps what came before %s chunks", async (_name, answer) => {
    const failure = await fetchFailure(() => answer);
    expect(failure).toMatchObject({ failure: "bad-response", next: "retry" });
    expect(Buffer.from(failure.fetched?.content ?? []).toString()).toBe("<html>");
  });

  it("tells of a connection that is reset in the middle", async () => {
    const failure = await fetchFailure(async (_request, socket) => {
      socket.write(writeAnswer(open, { fields: ["Content-Length: 9999"] }));
      await new Promise((resolve) => setTimeout(resolve, 100));
      socket.resetAndDestroy();
      return null;
    });
    expect(failure).toMatchObject({ failure: "reset", next: "retry" });
    expect(Buffer.from(failure.fetched?.content ?? []).toString()).toBe(open);
  });

  it("does not fetch what is declared too large", async () => {
    let written = 0;
    const failure = await fetchFailure((_request, socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n");
      const more = setInterval(() => {
        written += 1000;
        socket.write(Buffer.alloc(1000));
      }, 20);
      socket.on("close", () => clearInterval(more));
      return null;
    });
    expect(failure).toBeInstanceOf(GiveUp);
    expect(failure).toMatchObject({ failure: "too-large" });
    expect(failure.fetched?.exchanges[0].response.headers).toEqual([
      ["Content-Length", "2147483648"],
    ]);
    expect(written).toBeLessThan(1_000_000);
  });

  it("stops what never ends by its size", async () => {
    const failure = await fetchFailure(
      (_request, socket) => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        const fill = (): void => {
          while (!socket.destroyed && socket.write(Buffer.alloc(10_000, 97)));
        };
        socket.on("drain", fill);
        fill();
        return null;
      },
      { client: { maxBytes: 300_000 } },
    );
    expect(failure).toMatchObject({ failure: "too-large" });
    expect(failure.fetched?.content).toHaveLength(0);
  });

  it("stops what never ends by the time", async () => {
    const { outcome } = await fetchFrom(
      (_request, socket) => {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>");
        const drip = setInterval(() => socket.write("a"), 50);
        socket.on("close", () => clearInterval(drip));
        return null;
      },
      { client: { timeOuts: { ...short.timeOuts, total: 1000 } } },
    );
    expect(outcome).toBeInstanceOf(TryLater);
    expect(outcome).toMatchObject({ failure: "timeout", fetched: { mediaType: "text/html" } });
  });

  it("waits no longer than the idle time, and keeps a page that is whole", async () => {
    const keepOpen =
      (body: string) => (_request: unknown, socket: { write: (b: Uint8Array) => void }) => {
        socket.write(writeAnswer(body, { fields: ["Content-Length: 9999"] }));
        return null;
      };
    const failure = await fetchFailure(keepOpen(open), { client: short });
    expect(failure).toMatchObject({ failure: "timeout", next: "later" });
    const page = await fetchPage(keepOpen(html), { client: short });
    expect(decodePage(page).text).toBe(html);
  });

  it.each([
    ["nothing at all", "", "reset"],
    ["no HTTP", "<html>HTTP/0.9</html>", "bad-response"],
    ["another protocol", "SSH-2.0-OpenSSH_9\r\n", "bad-response"],
    ["half a header", "HTTP/1.1 200 OK\r\nContent-", "bad-response"],
    ["a header without end", `HTTP/1.1 200 OK\r\n${"X-A: b\r\n".repeat(20_000)}`, "bad-response"],
    [
      "another protocol after all",
      "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nabc",
      "bad-response",
    ],
    ["a status that is none", "HTTP/1.1 999 Denied\r\nContent-Length: 1\r\n\r\na", "bad-response"],
    ["part of the page", "HTTP/1.1 206 Partial\r\nContent-Length: 1\r\n\r\na", "bad-response"],
  ])("fails on %s", async (_name, answer, kind) => {
    const failure = await fetchFailure(() => answer);
    expect(failure).toMatchObject({ failure: kind, next: "retry" });
  });

  it("waits for a slow first byte, but not for ever", async () => {
    const answerAfter =
      (ms: number) => async (_request: unknown, socket: { end: (b: Uint8Array) => void }) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        socket.end(writeAnswer(html));
        return null;
      };
    const page = await fetchPage(answerAfter(1000), { client: short });
    expect(page.exchanges[0].firstByteMs).toBeGreaterThan(900);
    const timeOuts = { ...short.timeOuts, firstByte: 200 };
    const failure = await fetchFailure(answerAfter(5000), { client: { timeOuts } });
    expect(failure).toMatchObject({ failure: "timeout", next: "later", fetched: null });
  });
});
