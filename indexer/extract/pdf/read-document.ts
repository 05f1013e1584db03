import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist";
import { UnreadableFile } from "../unreadable-file.ts";
import { assertStreamBounds } from "./assert-stream-bounds.ts";
import { Breaker } from "./breaker.ts";
import { loadPdfjs } from "./load-pdfjs.ts";
import { LoopbackPort } from "./loopback-port.ts";

/** No report is longer. */
const mostPages = 300;
/** The reader of text looks at no pictures: one pixel is the most that is unpacked. */
const onePixel = 1;

/** What is drawn on a page as pdf.js lists it; `names` are the numbers of its operators by name. */
export interface DrawnPage {
  readonly number: number;
  /** The visible part of the page in its user space: x0, y0, x1, y1. */
  readonly view: readonly number[];
  readonly names: Readonly<Record<string, number>>;
  readonly operators: readonly number[];
  readonly operands: readonly unknown[];
  readonly findFont: (name: string) => FontFacts | null;
}

/** The part of a font of pdf.js that places its glyphs. */
export interface FontFacts {
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly defaultVMetrics?: ArrayLike<number>;
}

export interface OpenDocument {
  /** The title of its information dictionary, as found. */
  readonly title: string | null;
  readonly pages: AsyncIterable<DrawnPage>;
}

/**
 * Opens a PDF, lets `read` take its pages one by one, and closes it whatever happens. Throws UnreadableFile
 * where it is protected, damaged beyond repair or too large.
 */
export async function readDocument<T>(
  bytes: Uint8Array,
  read: (document: OpenDocument) => Promise<T>,
): Promise<T> {
  return openDocument(bytes, async (document, { names, breaker }) => {
    const title = await readTitle(document);
    return read({ title, pages: listPages(document, names, breaker) });
  });
}

/** What pdf.js tells beside a document: the numbers of its operators by name, and the guard over what it draws. */
export interface Surroundings {
  readonly names: Readonly<Record<string, number>>;
  readonly breaker: Breaker;
}

/** How pages are drawn, where they are: settings of pdf.js. Pictures of more than `maxImageSize` pixels are left out. */
export interface DrawingOptions {
  readonly maxImageSize: number;
  readonly CanvasFactory?: object;
  readonly disableFontFace?: boolean;
  readonly enableXfa?: boolean;
}

/**
 * Opens a PDF in pdf.js, lets `use` work with it, and closes it whatever happens. Throws UnreadableFile as
 * `readDocument` does, and where the pictures of a page take more memory than there is for them.
 */
export async function openDocument<T>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy, surroundings: Surroundings) => Promise<T>,
  drawing: DrawingOptions = { maxImageSize: onePixel },
): Promise<T> {
  assertStreamBounds(bytes);
  const { api, parser } = loadPdfjs();
  const breaker = new Breaker(api.OPS.paintFormXObjectBegin);
  const [port, otherPort] = LoopbackPort.createPair(breaker);
  // The types of pdf.js know only the default of `port`.
  const worker = new api.PDFWorker({ port: port as unknown as null, verbosity: 0 });
  parser.initializeFromPort(otherPort);
  const options = { ...buildOptions(), ...drawing };
  const task = api.getDocument({ data: new Uint8Array(bytes), worker, ...options });
  const useOpened = async (): Promise<T> => {
    const document = await explain(task.promise);
    assertPageCount(document);
    return use(document, { names: api.OPS, breaker });
  };
  try {
    return await Promise.race([useOpened(), explain(breaker.broken)]);
  } finally {
    await closeDocument(task, worker, breaker);
  }
}

function buildOptions() {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    cMapUrl: join(folder, "cmaps") + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts") + sep,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    wasmUrl: join(folder, "wasm") + sep,
    iccUrl: join(folder, "iccs") + sep,
    verbosity: 0,
  };
}

function assertPageCount({ numPages }: PDFDocumentProxy): void {
  if (numPages > mostPages)
    throw new UnreadableFile(
      `The PDF has ${numPages} pages, more than the ${mostPages} that a report may have; save the pages of the report alone.`,
    );
}

async function readTitle(document: PDFDocumentProxy): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const title: unknown = "Title" in info ? info.Title : null;
  return typeof title === "string" ? title : null;
}

async function* listPages(
  document: PDFDocumentProxy,
  names: Readonly<Record<string, number>>,
  breaker: Breaker,
): AsyncGenerator<DrawnPage> {
  for (let number = 1; number <= document.numPages; number++) {
    breaker.beginPage();
    const page = await explain(document.getPage(number));
    yield await listDrawing(page, names);
    page.cleanup();
  }
}

/** What is drawn on a page that is open. Throws UnreadableFile where it is damaged. */
export async function listDrawing(
  page: PDFPageProxy,
  names: Readonly<Record<string, number>>,
): Promise<DrawnPage> {
  // 0 leaves out annotations, which are no part of what was printed.
  const { fnArray, argsArray } = await explain(page.getOperatorList({ annotationMode: 0 }));
  return {
    number: page.pageNumber,
    view: page.view,
    names,
    operators: fnArray,
    operands: argsArray,
    findFont: (name) => findFont(page, name),
  };
}

function findFont({ commonObjs }: PDFPageProxy, name: string): FontFacts | null {
  return commonObjs.has(name) ? (commonObjs.get(name) as FontFacts | null) : null;
}

async function closeDocument(
  task: PDFDocumentLoadingTask,
  worker: PDFWorker,
  breaker: Breaker,
): Promise<void> {
  const closed = task.destroy().catch(() => undefined);
  // A broken channel brings no answer.
  if (!breaker.isBroken) await closed;
  worker.destroy();
}

/** What pdf.js answers; where it fails, an UnreadableFile with the reason and what to do. */
export async function explain<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    if (error instanceof UnreadableFile) throw error;
    const isProtected = error instanceof Error && error.name === "PasswordException";
    const sentence = isProtected
      ? "The PDF is protected by a password; save it without one."
      : "The PDF is damaged or cut off; fetch it again, or print the report to a new PDF.";
    throw new UnreadableFile(sentence, { cause: error });
  });
}
