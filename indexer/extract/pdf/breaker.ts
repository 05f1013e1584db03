import { UnreadableFile } from "../unreadable-file.ts";

/**
 * Drawing steps of one page and of all pages that a report may have: a map has hundreds of thousands. `forms` are
 * drawings within the page, which may hold others over and over.
 */
const bounds = { page: 600_000, all: 3_000_000, forms: 20_000 };
/** Bytes of the unpacked pictures of one page: one of 60 megapixels in four colours. */
const mostPictureBytes = 260_000_000;

/** Gives a document up when it draws without end, or when the parser fails where nobody waits for it. */
export class Breaker {
  /** Rejects when the document is given up; never resolves. */
  readonly broken: Promise<never>;
  #reject: (error: unknown) => void = () => undefined;
  readonly #beginForm: number;
  #isBroken = false;
  #page = 0;
  #all = 0;
  #forms = 0;
  #pictureBytes = 0;

  /** `beginForm` is the operator that begins a form. */
  constructor(beginForm: number) {
    this.#beginForm = beginForm;
    this.broken = new Promise<never>((_resolve, reject) => {
      this.#reject = reject;
    });
    // Whoever races against it hears of it; at other times it is no error that nobody does.
    this.broken.catch(() => undefined);
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  beginPage(): void {
    this.#page = 0;
    this.#forms = 0;
    this.#pictureBytes = 0;
  }

  countPicture(bytes: number): void {
    this.#pictureBytes += bytes;
    if (this.#pictureBytes > mostPictureBytes)
      this.fail(
        new UnreadableFile(
          "The PDF has larger pictures on one page than memory holds; print the report to a new PDF.",
        ),
      );
  }

  countOperators(operators: readonly number[]): void {
    this.#page += operators.length;
    this.#all += operators.length;
    for (const operator of operators) if (operator === this.#beginForm) this.#forms++;
    if (this.#page > bounds.page || this.#all > bounds.all || this.#forms > bounds.forms)
      this.fail(
        new UnreadableFile(
          "The PDF draws more than a report can hold; print the report to a new PDF.",
        ),
      );
  }

  fail(error: unknown): void {
    this.#isBroken = true;
    this.#reject(error);
  }
}
