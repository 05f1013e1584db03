import { describe, expect, it } from "vitest";
import { buildRequest } from "../../../corpus/address.ts";
import { decodePage } from "../../../crawler/http/decode-page.ts";
import { buildFailure } from "../../../crawler/http/fetch-failed.ts";
import { noHabits, openClient } from "../../../crawler/http/http-client.ts";
import {
  buildTestOptions,
  fetchFailure,
  fetchFrom,
  fetchPage,
  host,
  writeAnswer,
} from "./fetch-from.ts";
import { openRawServer, type RawAnswer } from "./open-server.ts";

/** A server with a page behind each path; an address of the web in place of a page is a redirect to it. */
function serve(pages: Readonly<Record<string, string>>, status = "302 Found"): RawAnswer {
  return ({ path }) => {
    const page = pages[path];
    if (page === undefined) return writeAnswer("", { status: "404 Not Found" });
    return page.startsWith("<") ? writeAnswer(page) : redirect(page, status);
  };
}

function redirect(location: string, status = "302 Found"): Uint8Array {
  return writeAnswer("", { status, fields: [`Location: ${location}`] });
}

describe("redirects on the same host", () => {
  it.each([
    "301 Moved",
    "302 Found",
    "303 See Other",
    "307 Temporary",
    "308 Permanent",
    "300 Choices",
  ])("follows %s and keeps the hops", async (status) => {
    const page = await fetchPage(serve({ "/": "/zfxxgk/", "/zfxxgk/": "<html>年报" }, status));
    expect(page).toMatchObject({ url: `http://${host}/zfxxgk/`, status: 200, movedTo: null });
    expect(page.exchanges.map(({ url }) => new URL(url).pathname)).toEqual(["/", "/zfxxgk/"]);
  });

  it.each([
    ["./x/", "/a/x/"],
    ["../x", "/x"],
    ["?page=2", "/a/b?page=2"],
    ["//www.qingshan.gov.test/y#part", "/y"],
    [" /z ", "/z"],
    ["\u00C4\u00EA\u00B1\u00A8.html", "/a/%C4%EA%B1%A8.html"],
    ["/a b", "/a%20b"],
  ])("reads the target %j", async (location, path) => {
    const page = await fetchPage(serve({ "/a/b": location, [path]: "<html>" }), {
      request: buildRequest(`http://${host}/a/b`),
    });
    expect(page.exchanges.at(-1)?.request.target).toBe(path);
  });

  it.each([
    ["301 Moved", "GET", ""],
    ["302 Found", "GET", ""],
    ["303 See Other", "GET", ""],
    ["307 Temporary", "POST", "a=1"],
    ["308 Permanent", "POST", "a=1"],
  ])("after %s of a POST asks by %s", async (status, method, body) => {
    const request = { url: `http://${host}/`, method: "POST", body: "a=1", headers: {} } as const;
    const { heard } = await fetchFrom(serve({ "/": "/list", "/list": "<html>" }, status), {
      request,
    });
    expect(heard[1]).toMatchObject({ method, body, path: "/list" });
    expect(heard[1]?.headers["content-type"] === undefined).toBe(method === "GET");
  });

  it("sends a cookie back that a redirect to itself sets", async () => {
    const page = await fetchPage(({ headers }) =>
      headers["cookie"] === "CT6T=abc"
        ? writeAnswer("<html>年报")
        : writeAnswer("", {
            status: "302 Found",
            fields: ["Location: /", "Set-Cookie: CT6T=abc; Path=/"],
          }),
    );
    expect(decodePage(page).text).toBe("<html>年报");
    expect(page.exchanges).toHaveLength(2);
  });

  it("keeps cookies from one fetch to the next, for that host alone", async () => {
    const server = await openRawServer(() =>
      writeAnswer("<html>", { fields: ["Set-Cookie: a=1"] }),
    );
    const http = openClient(buildTestOptions(server.port));
    const options = { habits: noHabits, validators: null, signal: new AbortController().signal };
    for (const name of [host, host, "www.baihe.gov.test"])
      await http.fetch(buildRequest(`http://${name}/`), options);
    expect(server.heard.map(({ headers }) => headers["cookie"])).toEqual([
      undefined,
      "a=1",
      undefined,
    ]);
    http.close();
    await server.close();
  });

  it("bounds the cookies that a host leaves", async () => {
    let count = 0;
    const server = await openRawServer(() => {
      const fields = Array.from(
        { length: 20 },
        () => `Set-Cookie: c${count++}=${"x".repeat(2000)}`,
      );
      return writeAnswer("<html>", { fields });
    });
    const http = openClient(buildTestOptions(server.port));
    const options = { habits: noHabits, validators: null, signal: new AbortController().signal };
    for (let round = 0; round < 8; round++)
      await http.fetch(buildRequest(`http://${host}/`), options);
    const longest = Math.max(
      ...server.heard.map(({ headers }) => (headers["cookie"] ?? "").length),
    );
    expect(longest).toBeLessThanOrEqual(8192);
    http.close();
    await server.close();
  });

  it.each([
    ["to itself", { "/": "/" }],
    ["in a circle of two", { "/": "/a", "/a": "/" }],
    [
      "for ever on",
      Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => [at === 0 ? "/" : `/${at}`, `/${at + 1}`]),
      ),
    ],
  ])("ends those that lead %s", async (_name, pages) => {
    const { outcome, heard } = await fetchFrom(serve(pages));
    expect(outcome).toMatchObject({ failure: "redirect-loop", next: "give-up" });
    expect(heard.length).toBeLessThanOrEqual(6);
  });

  it("ends one that sets another cookie each time", async () => {
    let count = 0;
    const failure = await fetchFailure(() =>
      writeAnswer("", { status: "302 Found", fields: ["Location: /", `Set-Cookie: a=${count++}`] }),
    );
    expect(failure.failure).toBe("redirect-loop");
    expect(failure.fetched?.exchanges).toHaveLength(6);
  });

  it.each(["", "javascript:history.back()", "http://", "ftp://x/"])(
    "fails on the target %j",
    async (location) => {
      const failure = await fetchFailure(() => redirect(location));
      expect(failure).toMatchObject({ failure: "bad-response" });
    },
  );

  it("takes the first of two targets", async () => {
    const page = await fetchPage(({ path }) => {
      const fields = ["Location: /a", "Location: /b"];
      return path === "/" ? writeAnswer("", { status: "302 x", fields }) : writeAnswer("<html>");
    });
    expect(page.url).toBe(`http://${host}/a`);
  });

  it("follows one whose own body breaks off", async () => {
    const fields = ["Location: /a", "Content-Length: 999"];
    const page = await fetchPage(({ path }) =>
      path === "/" ? writeAnswer("moved", { status: "302 x", fields }) : writeAnswer("<html>"),
    );
    expect(page.url).toBe(`http://${host}/a`);
    expect(page.exchanges[0].response.cutOff).not.toBeNull();
  });

  it("passes on why it may not follow", async () => {
    const failure = await fetchFailure(serve({ "/": "/a" }), {
      mayFollow: () => {
        throw buildFailure("robots-unreachable", "robots.txt does not answer.");
      },
    });
    expect(failure.failure).toBe("robots-unreachable");
  });

  it("asks whether it may follow", async () => {
    const asked: string[] = [];
    const { outcome, heard } = await fetchFrom(serve({ "/": "/private/" }), {
      mayFollow: (url) => {
        asked.push(url);
        return false;
      },
    });
    expect(asked).toEqual([`http://${host}/private/`]);
    expect(outcome).toMatchObject({ failure: "robots", next: "give-up" });
    expect(heard).toHaveLength(1);
  });
});

describe("redirects to another host", () => {
  it.each(["http://www.clone.test/x#y", "//www.clone.test/x", "https://www.clone.test/x"])(
    "are told, not followed: %s",
    async (location) => {
      const { outcome, heard } = await fetchFrom(serve({ "/": "/a", "/a": location }));
      expect(heard).toHaveLength(2);
      expect(outcome).toMatchObject({
        status: 302,
        url: `http://${host}/a`,
        movedTo: expect.stringMatching(/^https?:\/\/www\.clone\.test\/x$/),
        exchanges: [{ url: `http://${host}/` }, { url: `http://${host}/a` }],
      });
    },
  );

  it("tells of the name with and without www", async () => {
    const page = await fetchPage(() => redirect("http://qingshan.gov.test/"));
    expect(page.movedTo).toBe("http://qingshan.gov.test/");
  });
});
