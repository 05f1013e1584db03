import { afterEach, describe, expect, test } from "vitest";
import { openViewer, type Viewer } from "../../viewer/main.ts";
import { writePdf } from "../extract-pdf/write-pdf.ts";
import { readMark } from "./read-mark.ts";

const page = new TextEncoder().encode(
  "<html><body><table><tr><td>17</td></tr></table></body></html>",
);
const at = { in: "html", table: 0, row: 0, column: 0, selector: "td" } as const;
const job = { bytes: page, at, page: null, address: "/x?digest=0" };

let viewer: Viewer;
afterEach(() => viewer.close());

describe("the threads of the viewer", () => {
  test("show an original", async () => {
    viewer = openViewer();
    const shown = await viewer.show(job);
    expect([shown.state, readMark(shown.html)]).toEqual(["shown", "17"]);
  });

  test("say that a damaged original cannot be shown, and show the next", async () => {
    viewer = openViewer();
    const damaged = await viewer.show({ ...job, bytes: new TextEncoder().encode("%PDF-1.7 x") });
    expect(damaged).toMatchObject({ state: "failed", reason: expect.any(String) });
    expect(damaged.html).toContain("原件无法在此显示，可下载后查看");
    expect((await viewer.show(job)).state).toBe("shown");
  });

  test("give up what takes too long", async () => {
    viewer = openViewer({ patience: 1, heap: 384, queue: 4 });
    expect((await viewer.show(job)).state).toBe("failed");
  });

  test("give up what takes too much memory, without harm to this process", async () => {
    viewer = openViewer({ patience: 60_000, heap: 16, queue: 4 });
    const rows = "<tr><td>0</td><td>1</td></tr>".repeat(300_000);
    const bytes = new TextEncoder().encode(`<html><table>${rows}</table></html>`);
    expect((await viewer.show({ ...job, bytes })).state).toBe("failed");
  });

  test("refuse more than may wait", async () => {
    viewer = openViewer({ patience: 60_000, heap: 384, queue: 2 });
    const asked = Array.from({ length: 12 }, (_, at) => ({ ...job, address: `/view?fact=${at}` }));
    const shown = await Promise.all(asked.map((one) => viewer.show(one)));
    const refused = shown.filter(({ state }) => state === "failed");
    expect([shown[0]?.state, refused.length]).toEqual(["shown", 8]);
    expect((await viewer.show(job)).state).toBe("shown");
  });

  test("draw once what is asked for many times", async () => {
    viewer = openViewer({ patience: 60_000, heap: 384, queue: 2 });
    const shown = await Promise.all(Array.from({ length: 40 }, () => viewer.show(job)));
    expect(new Set(shown.map(({ state }) => state))).toEqual(new Set(["shown"]));
  });

  test("refuse a PDF that draws layer upon layer", async () => {
    viewer = openViewer();
    const layers = 150;
    const objects = new Map<number, string>();
    for (let at = 0; at < layers; at++) {
      const content = at < layers - 1 ? "/G Do" : "0 0 10 10 re f";
      const inner = at < layers - 1 ? `/Resources << /XObject << /G ${21 + at} 0 R >> >>` : "";
      objects.set(
        20 + at,
        `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /I true >> ${inner} /Length ${content.length} >>\nstream\n${content}\nendstream`,
      );
    }
    const resources = "/XObject << /G 20 0 R >>";
    const bytes = writePdf({ pages: [{ content: "/G Do" }], objects, resources });
    const shown = await viewer.show({ ...job, bytes, address: "/view?layers" });
    expect(shown).toMatchObject({ state: "failed", reason: expect.stringContaining("layers") });
  });
});
