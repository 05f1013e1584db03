import type { Gazetteer } from "../corpus/divisions/gazetteer.ts";
import { type Source, sourceSchema } from "../corpus/source.ts";
import { loadEverySource, saveSources } from "../corpus/store/sources.ts";
import { buildEntryKey } from "../crawler/sources/build-entry-key.ts";
import { checkSource } from "../crawler/sources/check-source.ts";
import { type Discovery, discoverColumns } from "../crawler/sources/discover-columns.ts";
import { findSourceFaults } from "../crawler/sources/find-source-faults.ts";
import { buildSourceId, numberSourceId } from "../crawler/sources/build-source-id.ts";
import { PoliteVisitor } from "../crawler/sources/polite-visitor.ts";
import { WrongUsage } from "./command.ts";
import { describePlace } from "./describe-place.ts";
import { findDivision } from "./find-division.ts";
import { formatTable } from "./format-table.ts";
import { openVisitors, type Visitors } from "./open-visitors.ts";
import { parseAddress } from "./options.ts";
import type { SourcesOptions, SourcesParts } from "./sources-parts.ts";

/** A place to crawl that was found and has no id yet. */
type Candidate = Omit<Source, "id">;

/**
 * Looks at an address, shows what was found and keeps it once it is agreed to: the columns of a portal, or the portal
 * itself where it shows none, or the address as the kind that was given.
 */
export async function addSources(
  parts: SourcesParts,
  [address, ...others]: readonly string[],
): Promise<number> {
  const { context } = parts;
  if (address === undefined || others.length > 0)
    throw new WrongUsage("write npx gongkai sources add <address>, one address.");
  const entry = parseAddress(address);
  checkOptions(parts, entry);
  await checkId(parts, entry);
  const visitors = await openVisitors(context, [{ entry }], {
    corpus: parts.corpus,
    role: "discovery",
  });
  try {
    const found = await findCandidates(parts, { entry, visitors });
    return await keepCandidates(parts, found);
  } catch (error) {
    if (!context.stop.aborted) throw error;
    context.terminal.complain("Stopped; nothing was added.");
    return 1;
  } finally {
    await visitors.close();
  }
}

/** Whatever is wrong with the words is told before any page is asked for. */
function checkOptions({ options, gazetteer }: SourcesParts, entry: string): void {
  const { id = "any", agency = null, kind = "portal", render = "http" } = options;
  const division = readDivision(options, gazetteer);
  const source = { id, division, agency, entry, kind, render, notes: "" };
  // Whose it is may be found out later.
  const result = sourceSchema.safeParse({ ...source, agency: agency ?? "any" });
  const issue = result.success ? undefined : result.error.issues[0];
  if (issue) throw new WrongUsage(`${issue.path.join(".")} ${issue.message}.`);
  const fault = findSourceFaults(source, gazetteer)[0];
  if (fault) throw new WrongUsage(`${fault.field}: ${fault.sentence}`);
}

async function checkId({ corpus, list, options }: SourcesParts, address: string): Promise<void> {
  const known = (await loadEverySource(corpus.store)).find(({ id }) => id === options.id);
  const other = known ?? list.find(({ id }) => id === options.id);
  if (other === undefined || buildEntryKey(other.entry) === buildEntryKey(address)) return;
  const owner = known?.isRemoved ? "a source that was removed" : "another source";
  throw new WrongUsage(`the id ${options.id} is taken by ${owner}: write another one.`);
}

function readDivision({ division }: SourcesOptions, gazetteer: Gazetteer): string | null {
  return division === undefined ? null : findDivision(division, gazetteer).code;
}

async function findCandidates(
  parts: SourcesParts,
  { entry, visitors }: { readonly entry: string; readonly visitors: Visitors },
): Promise<readonly Candidate[]> {
  const { options, gazetteer, context } = parts;
  const { terminal } = context;
  const deps = visitors.choose({ entry });
  const { render = "http", agency = null, kind } = options;
  const division = readDivision(options, gazetteer);
  const given = { division, agency, render, notes: "" };
  if (kind !== undefined) {
    const source = { id: "any", ...given, entry, kind };
    const visitor = new PoliteVisitor(deps);
    const check = await checkSource(source, { visitor, now: deps.now });
    terminal.say(`${check.url} ${check.sentence}`);
    return [{ ...given, entry, kind }];
  }
  const discovery = await discoverColumns(entry, {
    ...deps,
    gazetteer,
    render,
    division,
    onProgress: ({ url, pages, waiting, found }) =>
      terminal.say(`${found} columns, ${pages} pages asked for, ${waiting} to come: ${url}`),
  });
  showDiscovery(parts, discovery);
  return discovery.columns.length === 0
    ? [{ ...given, division: division ?? discovery.division?.code ?? null, entry, kind: "portal" }]
    : discovery.columns.map((column) => ({
        ...given,
        division: division ?? column.division?.code ?? null,
        agency: agency ?? column.agency,
        entry: column.url,
        kind: "column",
      }));
}

function showDiscovery({ context, gazetteer }: SourcesParts, discovery: Discovery): void {
  const { terminal } = context;
  const place = describePlace(
    { division: discovery.division?.code ?? null, agency: null },
    gazetteer,
  );
  const facts = [discovery.title, place, discovery.family].filter((fact) => fact);
  terminal.say(`${discovery.entry} ${facts.join(" · ")}`);
  for (const { failure, message } of discovery.failures) terminal.say(`${failure}: ${message}`);
  if (!discovery.isWhole) terminal.say("Not all of the portal was looked at; there may be more.");
  const head = ["score", "column", "words", "years", "reached from"];
  const rows = discovery.columns.map(({ score, url, text, years, via }) => [
    String(score),
    url,
    text,
    years === null ? "not looked at" : describeYears(years),
    via ?? "the address itself",
  ]);
  if (rows.length === 0) terminal.say("No column of annual reports was found.");
  else for (const line of formatTable([head, ...rows])) terminal.print(line);
}

function describeYears(years: readonly number[]): string {
  const [newest, oldest] = [years[0], years.at(-1)];
  if (newest === undefined || oldest === undefined) return "none on its first page";
  return newest === oldest ? String(newest) : `${oldest}–${newest}`;
}

async function keepCandidates(
  parts: SourcesParts,
  candidates: readonly Candidate[],
): Promise<number> {
  const { context, corpus, options, ask } = parts;
  const { terminal } = context;
  const fresh = await nameSources(parts, candidates);
  if (fresh.length === 0) {
    terminal.say("All of it is among the sources already.");
    return 0;
  }
  if (fresh.some(({ division, agency }) => division === null && agency === null)) {
    terminal.complain("Whose portal this is cannot be told: repeat with --division <place>.");
    return 1;
  }
  for (const source of fresh)
    terminal.print(
      `${source.id}: ${source.kind} ${source.entry} ${describePlace(source, parts.gazetteer)}`,
    );
  if (!options.yes && !(await ask?.(`Keep ${fresh.length} sources?`))) {
    terminal.complain(
      ask === null ? "Nothing was kept: repeat with --yes to keep it." : "Nothing was kept.",
    );
    return 1;
  }
  await saveSources(corpus.store, fresh, "added");
  terminal.say(`${fresh.length} sources kept.`);
  return 0;
}

/**
 * The candidates that are not held yet, with ids that no source has or had; one that was held or is on the list gets its
 * own back, since its history is the same.
 */
async function nameSources(
  { corpus, list, options }: SourcesParts,
  candidates: readonly Candidate[],
): Promise<readonly Source[]> {
  const every = await loadEverySource(corpus.store);
  const held = every.filter(({ isRemoved }) => !isRemoved);
  const entries = new Set(held.map(({ entry }) => buildEntryKey(entry)));
  const known = new Set(every.map(({ id }) => id));
  const former = [...every, ...list.filter(({ id }) => !known.has(id))];
  const taken = new Set(former.map(({ id }) => id));
  const fresh: Source[] = [];
  for (const candidate of candidates) {
    const key = buildEntryKey(candidate.entry);
    if (entries.has(key)) continue;
    const before = former.find(({ entry }) => buildEntryKey(entry) === key)?.id;
    const id =
      before ??
      (options.id === undefined
        ? buildSourceId(candidate.entry, taken)
        : numberSourceId(options.id, taken));
    taken.add(id);
    entries.add(key);
    fresh.push({ id, ...candidate });
  }
  return fresh;
}
