import type { Hono } from "hono";
import { buildViewAddress } from "../../web/report/report-address.ts";
import type { AppDeps } from "../app-deps.ts";
import { loadLookedAt, originalQuerySchema } from "../load-looked-at.ts";
import { readParameters, readReportId, requireFound } from "../read-request.ts";
import { framedPolicy } from "../security-headers.ts";

/**
 * An archived original as one document without scripts, for the frame of `/reports/:id/original`. What it holds is
 * other people's: besides what the viewer leaves out, a sandbox runs nothing and loads nothing.
 */
export function addOriginalViewRoute(app: Hono, deps: AppDeps): void {
  app.get("/reports/:id/original/view", async (c) => {
    const id = readReportId(c);
    const query = readParameters(c, originalQuerySchema);
    const { report, fact } = await loadLookedAt(deps, id, query);
    const { digest } = report.capture;
    const address = buildViewAddress({ id, digest }, { fact: query.fact });
    const at = fact?.at ?? null;
    const shown = requireFound(
      await deps.showOriginal({ digest, at, page: query.page ?? null, address }),
    );
    if (shown.state === "failed") {
      const { reason } = shown;
      deps.log.warn({ requestId: c.get("requestId"), digest, reason }, "original not shown");
    }
    return c.body(shown.html, 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": framedPolicy,
      "X-Frame-Options": "SAMEORIGIN",
      "Cache-Control": shown.state === "shown" ? "private, max-age=600" : "no-store",
    });
  });
}
