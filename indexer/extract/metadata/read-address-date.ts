import { readDate } from "./read-date.ts";

/** Addresses with a day in them: year, month and day in three groups. */
const patterns: readonly RegExp[] = [
  /\/t(20\d{2})(\d{2})(\d{2})_\d/iu,
  /\/(20\d{2})[-/](\d{1,2})[-/](\d{1,2})(?=[/_.]|$)/u,
  /\/(20\d{2})(\d{2})\/(\d{2})(?=\/)/u,
  /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/u,
  /(?<!\d)(20\d{2})(\d{2})(\d{2})(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?:\d{3,5})?(?!\d)/u,
];
const objectId = /(?<![\da-z])([\da-f]{8})[\da-f]{16}(?![\da-z])/iu;
const chinaTime = 8 * 3_600;
const earliest = 2005;
const latest = 2099;

/** The day in the address of a page (`t20240119_12842739.html`, `/art/2024/1/23/`), null where there is none. */
export function readAddressDate(address: string | null): string | null {
  const path = readPath(address);
  for (const pattern of patterns) {
    const match = pattern.exec(path);
    const date = match ? readDate(match.slice(1).join("-")) : null;
    if (date !== null) return date;
  }
  return null;
}

/** The day, in China, on which an identifier in the address was made: an ObjectId begins with a time in seconds. */
export function readIdDate(address: string | null): string | null {
  const seconds = objectId.exec(readPath(address))?.[1];
  if (seconds === undefined) return null;
  const time = new Date((Number.parseInt(seconds, 16) + chinaTime) * 1_000);
  const isLikely = time.getUTCFullYear() >= earliest && time.getUTCFullYear() <= latest;
  return isLikely ? time.toISOString().slice(0, 10) : null;
}

function readPath(address: string | null): string {
  if (address === null) return "";
  return (
    address
      .slice(0, 2_000)
      .replace(/^[a-z]+:\/\/[^/]*/iu, "")
      .split(/[?#]/u)[0] ?? ""
  );
}
