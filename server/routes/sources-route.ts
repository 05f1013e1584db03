import { z } from "zod";
import { sourceStateSchema } from "../../corpus/source-state.ts";
import { sourcesQuerySchema } from "../../web/sources/sources-query.ts";
import { chooseSources } from "../../web/sources/choose-sources.ts";
import { readParameters } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";

const listQuerySchema = sourcesQuerySchema.extend({
  size: z.coerce.number().int().min(1).max(5000).default(5000),
});

export const sourcesRoute: ApiRoute = {
  path: "/api/sources",
  id: "listSources",
  summary: "Every source that is crawled, and how it is doing",
  query: listQuerySchema,
  notes: {
    q: "Words, all of which the id, place, agency, entry or notes must hold",
    state: "Only sources in this state",
    page: "Page, counted from 1",
    size: "Sources on a page",
  },
  answer: z.object({ total: z.int(), sources: z.array(sourceStateSchema) }).meta({ id: "Sources" }),
  problems: ["bad_request", "unauthorized"],
  handle: async (c, deps) => {
    deps.gate.requireReader(c);
    const { size, ...query } = readParameters(c, listQuerySchema);
    const { total, sources } = chooseSources(await deps.loadSources(), query, size);
    c.header("Cache-Control", "no-store");
    return c.json({ total, sources });
  },
};
