import process from "node:process";

/**
 * Keeps a damaged PDF from ending the process. pdf.js looks ahead at pages and forgets what it finds: where
 * several of them are damaged, a promise is rejected that nobody can handle. Such a rejection is ignored, as the
 * same damage is met again where the page is read; any other stays as fatal as it was.
 */
export function ignoreParserLeaks(): void {
  if (!process.listeners("unhandledRejection").includes(ignoreLeak))
    process.on("unhandledRejection", ignoreLeak);
}

function ignoreLeak(reason: unknown): void {
  const isLeak = reason instanceof Error && /[/\\]pdfjs-dist[/\\]/u.test(reason.stack ?? "");
  if (!isLeak && process.listenerCount("unhandledRejection") === 1) throw reason;
}
