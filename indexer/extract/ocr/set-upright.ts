import { groupPrintLines } from "./group-print-lines.ts";
import { buildLineImage } from "./line-image.ts";
import { prepareScan } from "./prepare-scan.ts";
import type { PreparedScan } from "./prepared-scan.ts";
import type { PrintLine } from "./print-line.ts";
import type { Recognize } from "./recognize.ts";
import type { ScannedImage } from "./scanned-image.ts";
import { turnQuarter } from "./turn-quarter.ts";

/** A page with its print upright, as far as that can be told; `scan` is null where it shows no print. */
export interface UprightPage {
  readonly page: ScannedImage;
  readonly scan: PreparedScan | null;
}

interface Attempt extends UprightPage {
  readonly lines: number;
  /** How surely half of the lines are read, from 0 to 1. */
  readonly confidence: number;
}

const mostSampled = 5;
const fewestLines = 3;
/** Lines that tell are this wide and high, in sizes of a character. */
const telling = { narrowest: 5, widest: 40, highest: 2 };
/** Upright print is read above the first; a page is turned only where its lines are then read above the second. */
const sure = { upright: 0.8, turned: 0.85, more: 0.1 };
/** The pixels of a character at which a line is read. */
const size = 40;

/** Turns a page by quarters where a few of its lines are read badly as it lies, and well when it is turned. */
export async function setUpright(page: ScannedImage, recognize: Recognize): Promise<UprightPage> {
  const first = await attempt(page, recognize);
  if (!first.scan || first.confidence >= sure.upright) return first;
  let best = first;
  let turned = page;
  for (let quarters = 1; quarters < 4; quarters++) {
    turned = turnQuarter(turned);
    const next = await attempt(turned, recognize);
    const isRead = next.lines >= fewestLines && next.confidence >= sure.turned;
    if (isRead && next.confidence >= best.confidence + sure.more) best = next;
  }
  return best;
}

async function attempt(page: ScannedImage, recognize: Recognize): Promise<Attempt> {
  const scan = prepareScan(page.image);
  const lines = scan ? sampleLines(scan) : [];
  const sures: number[] = [];
  for (const line of lines) if (scan) sures.push(await readSurely(line, scan, recognize));
  const confidence = sures.toSorted((a, b) => a - b)[sures.length >> 1] ?? 0;
  return { page, scan, lines: lines.length, confidence };
}

/** A few lines from all over the page. */
function sampleLines({ components, em }: PreparedScan): readonly PrintLine[] {
  const lines = groupPrintLines(components, em).filter(({ x0, x1, y0, y1 }) => {
    const [wide, high] = [(x1 - x0) / em, (y1 - y0) / em];
    return wide >= telling.narrowest && wide <= telling.widest && high <= telling.highest;
  });
  const step = Math.max(1, Math.ceil(lines.length / mostSampled));
  return lines.filter((_, at) => at % step === 0);
}

async function readSurely(
  line: PrintLine,
  { image, em }: PreparedScan,
  recognize: Recognize,
): Promise<number> {
  const setting = { scale: size / em, height: size, gap: 0, margin: size / 4 };
  const { image: own } = buildLineImage(image, [line], setting);
  return (await recognize(own, { alphabet: "words", reader: "first" })).confidence;
}
