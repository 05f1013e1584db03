import { z } from "zod";
import { sourceStates } from "../../corpus/source-state.ts";

/** Which sources the page shows: every state of the page is its address. */
export const sourcesQuerySchema = z.object({
  q: z.string().max(200).default(""),
  state: z.enum(sourceStates).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type SourcesQuery = Readonly<z.infer<typeof sourcesQuerySchema>>;

/** The address of the page. */
export function buildSourcesAddress({ q, state, page }: SourcesQuery): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  if (state !== undefined) params.set("state", state);
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text === "" ? "/sources" : `/sources?${text}`;
}

/** The page of one source. */
export function buildSourceAddress(id: string): string {
  return `/sources/${id}`;
}
