import { sourceDetailSchema } from "../../corpus/source-state.ts";
import { readSourceId, requireFound } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";

export const sourceRoute: ApiRoute = {
  path: "/api/sources/:id",
  id: "getSource",
  summary: "A source with its last crawls, the hosts that wait, and the addresses that failed last",
  notes: { id: "Id of the source" },
  answer: sourceDetailSchema,
  problems: ["unauthorized", "not_found"],
  handle: async (c, deps) => {
    deps.gate.requireReader(c);
    c.header("Cache-Control", "no-store");
    return c.json(requireFound(await deps.loadSource(readSourceId(c))));
  },
};
