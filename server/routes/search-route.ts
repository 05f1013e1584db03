import { searchQuerySchema } from "../../search/query.ts";
import { searchResultSchema } from "../../search/search-result.ts";
import { readSearchQuery } from "../read-request.ts";
import type { ApiRoute } from "./api-route.ts";
import { searchNotes } from "./search-notes.ts";

export const searchRoute: ApiRoute = {
  path: "/api/search",
  id: "search",
  summary: "Sections of reports that match a query, with facets",
  query: searchQuerySchema,
  notes: searchNotes,
  answer: searchResultSchema.meta({ id: "SearchResult" }),
  problems: ["bad_request", "engine_unavailable"],
  handle: async (c, deps) => c.json(await deps.search(readSearchQuery(c))),
};
