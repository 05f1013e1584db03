import { z } from "zod";
import { runSchema } from "../../corpus/source-state.ts";
import { readParameters } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";

const runsQuerySchema = z.object({
  source: z.string().max(63).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
});

export const runsRoute: ApiRoute = {
  path: "/api/runs",
  id: "listRuns",
  summary: "Crawls of sources, the newest first",
  query: runsQuerySchema,
  notes: { source: "Id of a source; without it, crawls of all", limit: "Crawls at most" },
  answer: z.object({ runs: z.array(runSchema) }).meta({ id: "Runs" }),
  problems: ["bad_request", "unauthorized"],
  handle: async (c, deps) => {
    deps.gate.requireReader(c);
    const { source = null, limit } = readParameters(c, runsQuerySchema);
    c.header("Cache-Control", "no-store");
    return c.json({ runs: await deps.loadRuns({ sourceId: source, limit }) });
  },
};
