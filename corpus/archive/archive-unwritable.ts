import { describeMend } from "./describe-mend.ts";

/** The archive cannot be written; what it holds stays as it was. The message says what to do. */
export class ArchiveUnwritable extends Error {
  override readonly name = "ArchiveUnwritable";

  constructor(folder: string, cause: unknown) {
    super(`The archive ${folder} cannot be written: ${describeMend(cause)}`, { cause });
  }
}
