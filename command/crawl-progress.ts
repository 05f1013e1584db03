import { MultiBar, Presets, type SingleBar } from "cli-progress";
import { failures } from "../corpus/failure.ts";
import type { CrawlEvent } from "../crawler/crawl/crawl-event.ts";
import type { Terminal } from "./terminal.ts";

/** Shows what a crawl does while it runs. */
export interface CrawlProgress {
  readonly show: (event: CrawlEvent) => void;
  readonly finish: () => void;
}

/** So many hosts have a line of their own; more would not fit a terminal. */
const mostLines = 12;
/** Where nobody watches, the totals are told in this rhythm, in milliseconds. */
const totalsMs = 30_000;
const linePreset = { ...Presets.legacy, format: "{line}" };

/** Counts of a crawl so far. */
class Totals {
  visits = 0;
  failures = 0;
  found = 0;
  contents = 0;
  bytes = 0;
  readonly #hosts = new Set<string>();

  add(event: CrawlEvent): void {
    if (event.type !== "visited") return;
    this.#hosts.add(event.host);
    this.visits += 1;
    this.failures += event.failure === null ? 0 : 1;
    this.found += event.found;
    this.contents += event.change === "new" || event.change === "changed" ? 1 : 0;
    this.bytes += event.bytes;
  }

  format(): string {
    const megabytes = (this.bytes / 1_000_000).toFixed(1);
    return `${this.visits} pages asked of ${this.#hosts.size} hosts, ${this.contents} new or changed, ${this.found} addresses found, ${this.failures} failures, ${megabytes} MB`;
  }
}

/** A live line for each host and the totals on a terminal, plain lines elsewhere. */
export function startCrawlProgress(terminal: Terminal): CrawlProgress {
  return terminal.isLive ? startLive(terminal) : startPlain(terminal);
}

function startLive(terminal: Terminal): CrawlProgress {
  const bars = new MultiBar(
    { hideCursor: true, clearOnComplete: true, stream: terminal.live, linewrap: false },
    linePreset,
  );
  const totals = new Totals();
  const sum = bars.create(1, 0, { line: "" });
  const lines = new Map<string, SingleBar>();
  const show = (event: CrawlEvent) => {
    totals.add(event);
    sum.update({ line: totals.format() });
    if (event.type === "trouble") bars.log(`${event.message}\n`);
    const line = formatHost(event);
    if (line === null) return;
    const known = lines.get(line.host);
    if (known) known.update({ line: line.text });
    else lines.set(line.host, bars.create(1, 0, { line: line.text }));
    const [oldest] = lines;
    if (lines.size <= mostLines || oldest === undefined) return;
    bars.remove(oldest[1]);
    lines.delete(oldest[0]);
  };
  const finish = () => {
    bars.stop();
    terminal.say(totals.format());
  };
  return { show, finish };
}

function formatHost(event: CrawlEvent): { readonly host: string; readonly text: string } | null {
  if (event.type === "asking")
    return { host: event.host, text: `${event.host}: asking ${event.url}` };
  if (event.type === "visited") {
    const outcome = event.failure ?? `${event.status ?? ""} ${event.change ?? ""}`;
    return { host: event.host, text: `${event.host}: ${outcome.trim()} ${event.url}` };
  }
  return event.type === "prepared" && event.wait !== null
    ? { host: event.host, text: event.wait }
    : null;
}

function startPlain(terminal: Terminal): CrawlProgress {
  const totals = new Totals();
  const timer = setInterval(() => terminal.say(totals.format()), totalsMs);
  const show = (event: CrawlEvent) => {
    totals.add(event);
    const line = formatLine(event);
    if (line !== null) terminal.say(line);
  };
  const finish = () => {
    clearInterval(timer);
    terminal.say(totals.format());
  };
  return { show, finish };
}

/** Of pages that came, and of those that do not exist, nothing is told one by one. */
function formatLine(event: CrawlEvent): string | null {
  if (event.type === "run-begun")
    return `${event.sourceId}: crawl begun, ${event.due} addresses due`;
  if (event.type === "run-ended") return `${event.sourceId}: crawl ${event.state}`;
  if (event.type === "trouble") return event.message;
  if (event.type !== "visited" || event.failure === null) return null;
  if (failures[event.failure].next === "give-up") return null;
  return `${event.host}: ${event.failure}: ${event.reason ?? event.url}`;
}
