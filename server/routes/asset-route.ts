import type { Hono } from "hono";
import type { Assets } from "../assets.ts";
import { requireFound } from "../read-request.ts";

/** Serves styles and scripts. The address changes with the bytes, so a copy never grows stale. */
export function addAssetRoute(app: Hono, assets: Assets): void {
  app.get("/assets/:name", (c) => {
    const { path, mediaType, body } = requireFound(assets.byPath.get(c.req.path));
    const hash = path.split(".").at(-2) ?? "";
    return c.body(body, 200, {
      "Content-Type": mediaType,
      "Cache-Control": "public, max-age=31536000, immutable",
      ETag: `"${hash}"`,
    });
  });
}
