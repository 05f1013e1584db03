import { z } from "zod";
import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import type { Corpus } from "../corpus/main.ts";
import { renders, type Source, sourceKinds } from "../corpus/source.ts";
import type { AskPerson } from "./ask-person.ts";
import type { CommandContext } from "./command.ts";

export const sourcesOptionsSchema = z.object({
  division: z.string().optional(),
  agency: z.string().optional(),
  id: z.string().optional(),
  kind: z.enum(sourceKinds).optional(),
  render: z.enum(renders).optional(),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
});
export type SourcesOptions = Readonly<z.infer<typeof sourcesOptionsSchema>>;

/** What the actions work with; `list` is the project's own list, `ask` is null without a terminal. */
export interface SourcesParts {
  readonly context: CommandContext;
  readonly corpus: Corpus;
  readonly gazetteer: Gazetteer;
  readonly list: readonly Source[];
  readonly ask: AskPerson | null;
  readonly options: SourcesOptions;
}
