import { createRequire } from "node:module";
import type { GrayImage } from "../gray-image.ts";
import { toShade } from "./to-shade.ts";

/** The part of the JPEG decoder of pdf.js that is used: it runs without native code, so that no picture can end the process. */
interface JpegImage {
  readonly width: number;
  readonly height: number;
  readonly parse: (bytes: Uint8Array) => void;
  readonly getData: (options: {
    readonly width: number;
    readonly height: number;
    readonly forceRGB: boolean;
  }) => Uint8ClampedArray;
}

/** Decodes a JPEG file whose size was checked. Throws where it is damaged. */
export function decodeJpeg(bytes: Uint8Array): GrayImage {
  const require = createRequire(import.meta.url);
  const { JpegImage, setVerbosityLevel } =
    require("pdfjs-dist/legacy/image_decoders/pdf.image_decoders.min.mjs") as {
      readonly JpegImage: new () => JpegImage;
      readonly setVerbosityLevel: (level: number) => void;
    };
  setVerbosityLevel(0);
  const jpeg = new JpegImage();
  jpeg.parse(bytes);
  const { width, height } = jpeg;
  const data = jpeg.getData({ width, height, forceRGB: true });
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = toShade(data, 3 * at, 255);
  return { width, height, pixels };
}
