/** The archive holds other bytes than the digest says: the disk or a hand changed them. Restore from a backup. */
export class ArchiveDamaged extends Error {
  override readonly name = "ArchiveDamaged";
}
