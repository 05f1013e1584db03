import { expect, it } from "vitest";
import { decodePage } from "../../../crawler/http/decode-page.ts";
import { fetchPage, writeAnswer } from "./fetch-from.ts";

it("waits 15 s for a first byte with the time-outs that it comes with", async () => {
  const page = await fetchPage(async (_request, socket) => {
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    socket.end(writeAnswer("<html>年报</html>"));
    return null;
  });
  expect(decodePage(page).text).toBe("<html>年报</html>");
  expect(page.exchanges[0].firstByteMs).toBeGreaterThan(14_000);
});
