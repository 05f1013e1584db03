import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  createScheduler,
  createWorker,
  OEM,
  PSM,
  type RecognizeResult,
  type Scheduler,
} from "tesseract.js";
import type { GrayImage } from "../extract/ocr/gray-image.ts";
import type {
  Recognition,
  RecognitionRequest,
  Recognize,
  UnpackPicture,
} from "../extract/ocr/recognize.ts";

/** Text recognition that is ready to work. Whoever opens it closes it. */
export interface Recognizer {
  readonly recognize: Recognize;
  readonly unpack: UnpackPicture;
  readonly close: () => Promise<void>;
}

const language = "chi_sim";
/** Two networks that were trained apart, so that they seldom make the same mistake. */
const models = { first: "4.0.0", second: "4.0.0_best_int" } as const;

/**
 * Starts Tesseract with the language files of this installation, on as many threads as given for each of both
 * readers. It reaches no network. Throws where the files are not installed.
 */
export async function openRecognizer(threads: number): Promise<Recognizer> {
  const [first, second] = await Promise.all([
    openReader(models.first, threads),
    openReader(models.second, threads),
  ]);
  return {
    recognize: async (image, request) => runJob({ first, second }[request.reader], image, request),
    unpack: async (bytes) => runUnpacking(first, bytes),
    close: async () => void (await Promise.all([first.terminate(), second.terminate()])),
  };
}

async function openReader(model: string, threads: number): Promise<Scheduler> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
  const options = {
    langPath: join(folder, model),
    cacheMethod: "none",
    gzip: true,
    // Without it an error is thrown where nobody can catch it; who asked gets it in any case.
    errorHandler: () => undefined,
  };
  const scheduler = createScheduler();
  const workers = Array.from({ length: Math.max(1, threads) }, async () => {
    scheduler.addWorker(await createWorker(language, OEM.LSTM_ONLY, options));
  });
  await Promise.all(workers);
  return scheduler;
}

async function runJob(
  scheduler: Scheduler,
  image: GrayImage,
  { alphabet }: RecognitionRequest,
): Promise<Recognition> {
  const options = {
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    tessedit_char_whitelist: alphabet === "digits" ? "0123456789" : "",
  };
  const output = { text: true, blocks: alphabet === "words" };
  return toRecognition(
    await scheduler.addJob("recognize", encodePgm(image), options as object, output as never),
  );
}

/** Asked for the picture alone, Tesseract recognizes nothing; the picture comes as an address with its data. */
async function runUnpacking(scheduler: Scheduler, bytes: Uint8Array): Promise<Uint8Array> {
  const output = { text: false, blocks: false, imageGrey: true };
  const { data } = await scheduler.addJob("recognize", Buffer.from(bytes), {}, output as never);
  const [, base64 = ""] = (data.imageGrey ?? "").split(";base64,");
  return Buffer.from(base64, "base64");
}

/** The plainest format that Tesseract reads: a header and the pixels. */
function encodePgm({ width, height, pixels }: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);
}

function toRecognition({ data }: RecognizeResult): Recognition {
  const symbols = (data.blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .flatMap(({ words }) => words)
    .flatMap((word) => word.symbols)
    .map(({ text, confidence, bbox: { x0, x1 } }) => ({
      text,
      confidence: confidence / 100,
      x0,
      x1,
    }));
  return { text: data.text.trim(), confidence: data.confidence / 100, symbols };
}
