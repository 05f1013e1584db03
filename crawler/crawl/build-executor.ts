import {
  BasicCrawler,
  type BasicCrawlerOptions,
  Configuration,
  type IRequestManager,
  log,
  LogLevel,
  type Request,
  type RequestQueue,
} from "@crawlee/basic";
import type { FrontierQueue } from "./frontier-queue.ts";

/** crawlee runs visits side by side; when, whom and whether again is the frontier's. It keeps nothing on the disk. */
export function buildExecutor({
  queue,
  hosts,
  handle,
}: {
  readonly queue: FrontierQueue;
  readonly hosts: number;
  readonly handle: (request: Request) => Promise<void>;
}): BasicCrawler {
  const config = new Configuration({
    persistStorage: false,
    purgeOnStart: false,
    // What it measures it would measure for nothing, since it is to hold nothing back; each time starts a process.
    systemInfoIntervalMillis: 60_000,
  });
  const options: BasicCrawlerOptions = {
    // Asked for as a class of crawlee's own; its validator and its executor want no more than the interface.
    requestQueue: queue as IRequestManager as RequestQueue,
    requestHandler: ({ request }) => handle(request),
    requestHandlerTimeoutSecs: 900,
    maxRequestRetries: 0,
    useSessionPool: false,
    // Never fewer: crawlee would hold visits back on a busy processor, and a host's pause would grow with it.
    minConcurrency: hosts,
    maxConcurrency: hosts,
    autoscaledPoolOptions: {
      maybeRunIntervalSecs: 0.05,
      // Visits wait for hosts most of the time: how many go on at once is the frontier's to say.
      desiredConcurrency: hosts,
      isFinishedFunction: () => queue.isFinished(),
    },
    statisticsOptions: { persistenceOptions: { enable: false }, logIntervalSecs: 86_400 },
    statusMessageLoggingInterval: 86_400,
    log: log.child({ level: LogLevel.OFF }),
  };
  return new BasicCrawler(options, config);
}
