import type { PressName } from "../press/press.ts";
import type { PrintedReport } from "../printed-report.ts";

interface Named {
  readonly name: string;
  /** What kind of portal or program leaves reports so, in a few words. */
  readonly note: string;
}

/** A page of markup or a flat text. */
export interface TextLayout extends Named {
  readonly kind: "markup" | "text";
  readonly write: (report: PrintedReport) => string;
}

/** A file whose bytes are written here. */
export interface FileLayout extends Named {
  readonly kind: "file";
  readonly write: (report: PrintedReport) => Uint8Array;
}

/** A page or file that a program outside makes into another: a browser prints it, an office converts it. */
export interface PressedLayout extends Named {
  readonly kind: "pressed";
  readonly press: PressName;
  readonly write: (report: PrintedReport) => string | Uint8Array;
  /** Whether its tables are images, which only character recognition reads. */
  readonly isImage?: boolean;
  /** Why some numbers cannot be read, if so: they are missing and told, never wrong. */
  readonly hard?: string;
}

/** A way in which portals, office programs and text extractions leave a report. */
export type Layout = TextLayout | FileLayout | PressedLayout;
