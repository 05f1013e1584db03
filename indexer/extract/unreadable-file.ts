/** The bytes cannot be read as a report at all: convert the file, or fetch it again. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}
