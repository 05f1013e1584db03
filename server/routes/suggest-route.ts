import { z } from "zod";
import { maxQueryLength } from "../../search/query.ts";
import { suggestionSchema } from "../../search/search-result.ts";
import { readParameters } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";

const suggestQuerySchema = z.object({
  q: z.string().max(maxQueryLength).default(""),
  limit: z.coerce.number().int().min(1).max(20).default(8),
});

export const suggestRoute: ApiRoute = {
  path: "/api/suggest",
  id: "suggest",
  summary:
    "Places, agencies, terms and years for what was typed so far, by name, pinyin or initials",
  query: suggestQuerySchema,
  notes: { q: "What was typed so far", limit: "Suggestions at most" },
  answer: z.object({ suggestions: z.array(suggestionSchema) }).meta({ id: "Suggestions" }),
  problems: ["bad_request", "engine_unavailable"],
  handle: async (c, deps) => {
    const { q, limit } = readParameters(c, suggestQuerySchema);
    const suggestions = q.trim() === "" ? [] : await deps.suggest(q, limit);
    return c.json({ suggestions });
  },
};
