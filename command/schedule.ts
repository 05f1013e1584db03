import { z } from "zod";
import { buildSourceState } from "../corpus/build-source-state.ts";
import { openCorpus } from "../corpus/main.ts";
import {
  formatSchedule,
  InvalidSchedule,
  parseSchedule,
  type Schedule,
} from "../corpus/schedule/schedule.ts";
import type { Run } from "../corpus/run.ts";
import { setSchedule } from "../corpus/store/schedule.ts";
import { noCounts } from "../corpus/store/source-counts.ts";
import { loadSourceRows } from "../corpus/store/source-rows.ts";
import type { Store } from "../corpus/store/open-store.ts";
import { loadSourceList } from "../crawler/sources/load-source-list.ts";
import { syncSourceList } from "../crawler/sources/sync-source-list.ts";
import { type Command, type CommandContext, WrongUsage } from "./command.ts";
import { mayCrawl } from "./require-contact.ts";
import { formatTable } from "./format-table.ts";
import { loadAllPlaces } from "./open-parts.ts";

const optionsSchema = z.object({ json: z.boolean().default(false) });
const usage = "write npx gongkai schedule list, or npx gongkai schedule set <source…> <schedule>.";

/** When sources are crawled by the worker. */
export const schedule: Command = {
  name: "schedule",
  arguments: "<action> [words...]",
  summary:
    "`list` shows when each source was and will be visited, and why; `set <source…> <schedule>` changes it: `auto` (daily in January to March, monthly otherwise), `off`, an interval (`12h`, `7d`) or a cron line in quotes (five fields, China's time)",
  options: [{ flags: "--json", meaning: "print JSON" }],
  example: "npx gongkai schedule set qingshan liuquan '30 9 * * 1'",
  run: async (context, [action = "", ...words], values) => {
    const { json } = optionsSchema.parse(values);
    const wish = action === "set" ? readWish(words) : null;
    if (wish === null && (action !== "list" || words.length > 0)) throw new WrongUsage(usage);
    const { store, close } = await openCorpus(context.config);
    try {
      await syncSourceList(store, loadSourceList(loadAllPlaces()));
      return wish === null
        ? await listSchedules(store, context, json)
        : await changeSchedules(store, context, wish);
    } finally {
      await close();
    }
  },
};

interface ScheduleWish {
  readonly ids: readonly string[];
  readonly text: string;
}

/** A cron line without quotes comes as so many words besides a source. */
const cronWords = 5;

/** The last words are the schedule: one, or `every` and an interval. */
function readWish(words: readonly string[]): ScheduleWish {
  const cut = words.at(-2) === "every" ? -2 : -1;
  const ids = words.slice(0, cut);
  if (ids.length === 0) throw new WrongUsage(usage);
  return { ids, text: words.slice(cut).join(" ") };
}

function readSchedule({ ids, text }: ScheduleWish): Schedule {
  try {
    return parseSchedule(text);
  } catch (error) {
    throw error instanceof InvalidSchedule
      ? new WrongUsage(`${error.message}${adviseQuotes(ids)}`)
      : error;
  }
}

function adviseQuotes(ids: readonly string[]): string {
  return ids.length >= cronWords ? " Put a cron line in quotes." : "";
}

async function changeSchedules(
  store: Store,
  { terminal, config }: CommandContext,
  wish: ScheduleWish,
): Promise<number> {
  const { ids } = wish;
  const held = new Map((await loadSourceRows(store)).map(({ source }) => [source.id, source]));
  const unknown = ids.filter((id) => !held.has(id));
  if (unknown.length > 0)
    throw new WrongUsage(
      `there is no source ${unknown.join(", ")}: npx gongkai sources list shows their ids. Nothing was changed.${adviseQuotes(ids)}`,
    );
  const schedule = readSchedule(wish);
  const text = schedule.kind === "off" ? null : formatSchedule(schedule);
  const set = await setSchedule(store, ids, text);
  terminal.say(`${set.join(", ")}: ${formatSchedule(schedule)}`);
  const left = ids
    .flatMap((id) => held.get(id) ?? [])
    .filter((source) => schedule.kind !== "off" && !mayCrawl(config, source));
  if (left.length > 0)
    terminal.complain(
      `Not visited before GONGKAI_CONTACT is set: ${left.map(({ id }) => id).join(", ")}. Without it only the demo and sites of this machine are.`,
    );
  return 0;
}

async function listSchedules(
  store: Store,
  { terminal }: CommandContext,
  json: boolean,
): Promise<number> {
  const now = new Date().toISOString();
  const states = (await loadSourceRows(store)).map((row) =>
    buildSourceState(row, { counts: noCounts, blocked: false, region: [], now }),
  );
  if (json) {
    terminal.printJson(
      states.map(({ id, schedule, paused, state, lastRun, next: { at, why } }) => {
        return { id, schedule, paused, state, lastRun, next: at, why };
      }),
    );
    return 0;
  }
  const rows = states.map(({ id, schedule, lastRun, next }) => [
    id,
    schedule,
    describeRun(lastRun),
    next.at === null ? "-" : formatChinaTime(next.at),
    next.why,
  ]);
  const head = ["source", "schedule", "last visit", "next visit", "why"];
  for (const line of formatTable([head, ...rows])) terminal.print(line);
  terminal.say(`${rows.length} sources; times in China`);
  return 0;
}

function describeRun(run: Run | null): string {
  return run === null ? "never" : `${formatChinaTime(run.endedAt ?? run.startedAt)} ${run.state}`;
}

const stamp = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** `2024-05-08 12:00`, in China. */
function formatChinaTime(instant: string): string {
  return stamp.format(new Date(instant));
}
