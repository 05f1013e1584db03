/** The file can be read but holds no annual report on information disclosure: leave it out. */
export class NotAReport extends Error {
  override readonly name = "NotAReport";
}
