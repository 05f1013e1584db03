import { UnreadableFile } from "../../unreadable-file.ts";
import type { OleFile } from "./ole-file.ts";

/** Streams that stand in place of the document where it is encrypted ([MS-OFFCRYPTO]). */
const encryptedStreams = ["EncryptedPackage", "EncryptionInfo", "\u0009DRMContent"];

/** What is said of every file that a password protects. */
export const passwordNeeded = "The file is protected by a password; save it without one.";

/** Throws UnreadableFile where the container holds an encrypted document. */
export function assertNoPassword(ole: OleFile): void {
  if (encryptedStreams.some((name) => ole.has(name))) throw new UnreadableFile(passwordNeeded);
}
