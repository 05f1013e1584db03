import { UnreadableFile } from "./unreadable-file.ts";

/** No report is larger; more would be a mistake or an attack, and a page of this size is still read in seconds. */
export const mostMegabytes = 16;
const megabyte = 1024 * 1024;

/** Throws UnreadableFile for a file of more bytes than any report has: before it is loaded, and before it is read. */
export function assertFileSize(bytes: number): void {
  if (bytes > mostMegabytes * megabyte)
    throw new UnreadableFile(
      `The file has ${Math.ceil(bytes / megabyte)} MB, more than the ${mostMegabytes} MB that a report may have; give the report alone.`,
    );
}
