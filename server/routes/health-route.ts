import { z } from "zod";
import { partStates } from "../app-deps.ts";
import { problems } from "../problem.ts";
import type { ApiRoute } from "./api-route.ts";

const healthSchema = z
  .object({
    status: z.enum(["ok", "degraded"]),
    engine: z.enum(partStates),
    store: z.enum(partStates),
    reports: z.int(),
    sections: z.int(),
  })
  .meta({ id: "Health" });

export const healthRoute: ApiRoute = {
  path: "/healthz",
  id: "getHealth",
  summary:
    "Whether the engine and the store answer: 200 where both do, else 503 with the same fields",
  answer: healthSchema,
  problems: [],
  handle: async (c, deps) => {
    const health = await deps.checkHealth();
    const ok = health.engine === "ok" && health.store === "ok";
    c.header("Cache-Control", "no-store");
    if (!ok) c.header("Retry-After", String(problems.engine_unavailable.retryAfter));
    return c.json({ status: ok ? "ok" : "degraded", ...health }, ok ? 200 : 503);
  },
};
