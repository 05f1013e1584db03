import type { Buffer } from "node:buffer";

const beginnings = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
const end = 0x000a;
const filePass = 0x002f;

/** Whether a stream begins as a workbook does ([MS-XLS] 2.4.21 BOF). */
export function isWorkbookStream(stream: Buffer): boolean {
  return stream.length > 8 && beginnings.has(stream.readUInt16LE(0));
}

/** Whether the records of the workbook say that a password encrypts those behind ([MS-XLS] 2.4.117 FilePass). */
export function hasFilePass(stream: Buffer): boolean {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const type = stream.readUInt16LE(at);
    if (type === filePass) return true;
    if (type === end) return false;
  }
  return false;
}
