import type { GrayImage } from "./gray-image.ts";

/** One recognized character: how sure that is, from 0 to 1, and from where to where it stands in the picture. */
export interface RecognizedSymbol {
  readonly text: string;
  readonly confidence: number;
  readonly x0: number;
  readonly x1: number;
}

/** What one line of print says. `confidence`, from 0 to 1, is that of the whole line. */
export interface Recognition {
  readonly text: string;
  readonly confidence: number;
  readonly symbols: readonly RecognizedSymbol[];
}

/** What a line may hold, any characters or digits alone, and which of two independent readers is asked. */
export interface RecognitionRequest {
  readonly alphabet: "words" | "digits";
  readonly reader: "first" | "second";
}

/** Recognizes the print of one line, black on white. */
export type Recognize = (image: GrayImage, request: RecognitionRequest) => Promise<Recognition>;

/** Unpacks a picture to PNG in shades of grey, in a sandbox that a damaged one cannot leave. Throws where it is. */
export type UnpackPicture = (bytes: Uint8Array) => Promise<Uint8Array>;
