import { type HitDocument, hitDocumentSchema, hitFields } from "./build-hit.ts";
import type { Engine } from "../engine/engine.ts";
import { buildSectionFilter } from "../facts/build-report-filter.ts";

/** The documents of sections in the order of their ids; what was deleted meanwhile is left out. @throws EngineUnavailable, EngineRefused */
export async function loadDocuments(
  ids: readonly string[],
  engine: Pick<Engine, "search">,
): Promise<readonly HitDocument[]> {
  if (ids.length === 0) return [];
  const { hits } = await engine.search({
    index: "sections",
    text: "",
    strategy: "all",
    attributes: null,
    filter: [buildSectionFilter(ids)],
    facets: [],
    sort: [],
    offset: 0,
    limit: ids.length,
    fields: hitFields,
  });
  const documents = hits.map((hit) => hitDocumentSchema.parse(hit));
  const byId = new Map(documents.map((document) => [document.id, document]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
