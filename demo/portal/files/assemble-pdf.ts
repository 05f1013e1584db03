import { Buffer } from "node:buffer";

/** A PDF of these objects, numbered from 1; the first is its catalogue. Characters are bytes. */
export function assemblePdf(objects: readonly string[]): Uint8Array {
  const starts: number[] = [];
  let length = "%PDF-1.5\n".length;
  const bodies = objects.map((object, at) => {
    const body = `${at + 1} 0 obj\n${object}\nendobj\n`;
    starts.push(length);
    length += body.length;
    return body;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `%PDF-1.5\n${bodies.join("")}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    "latin1",
  );
}
