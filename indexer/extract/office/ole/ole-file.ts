import { Buffer } from "node:buffer";
import { UnreadableFile } from "../../unreadable-file.ts";
import { readChain, type SectorTable } from "./read-chain.ts";
import { listRootStreams, type OleStream } from "./list-root-streams.ts";

const signature = Buffer.from("D0CF11E0A1B11AE1", "hex");
const headerSize = 512;
const headerLinks = 109;
const lastLink = 0xfffffffa;
const damaged = "The file is damaged; fetch it again.";

/**
 * An OLE container ([MS-CFB]): DOC, XLS, WPS and ET files, and any office file behind a password. Chains of
 * sectors that run in circles or out of the file are refused, for libraries follow them without end.
 */
export class OleFile {
  readonly #bytes: Buffer;
  readonly #sectors: SectorTable;
  readonly #small: SectorTable;
  readonly #smallLimit: number;
  readonly #streams: ReadonlyMap<string, OleStream>;

  /** Throws UnreadableFile where the container is damaged. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (bytes.length < headerSize || !isOleFile(bytes)) throw new UnreadableFile(damaged);
    const shift = this.#bytes.readUInt16LE(0x1e);
    if (shift !== 9 && shift !== 12) throw new UnreadableFile(damaged);
    const size = 1 << shift;
    const data = this.#bytes.subarray(size);
    this.#sectors = { size, data, links: this.#readLinks({ size, data }) };
    this.#smallLimit = this.#bytes.readUInt32LE(0x38);
    const directory = readChain(this.#sectors, this.#bytes.readUInt32LE(0x30));
    const { root, streams } = listRootStreams(directory);
    this.#streams = streams;
    const smallLinks = readChain(this.#sectors, this.#bytes.readUInt32LE(0x3c));
    const small = readChain(this.#sectors, root.start);
    this.#small = { size: 64, data: small, links: readNumbers(smallLinks) };
  }

  /** Whether the root folder has a stream of this name; letter case does not count. */
  has(name: string): boolean {
    return this.#streams.has(name.toLowerCase());
  }

  /** The content of a stream of the root folder, or null. Throws UnreadableFile. */
  read(name: string): Buffer | null {
    const stream = this.#streams.get(name.toLowerCase());
    if (!stream) return null;
    const table = stream.size < this.#smallLimit ? this.#small : this.#sectors;
    return readChain(table, stream.start, stream.size);
  }

  /** The table of links from sector to sector; its own sectors stand in the header and in a chain of lists. */
  #readLinks({ size, data }: { size: number; data: Buffer }): readonly number[] {
    const header = this.#bytes;
    const listed = readNumbers(header.subarray(0x4c, 0x4c + 4 * headerLinks));
    let next = header.readUInt32LE(0x44);
    for (let steps = 0; next < lastLink && next * size < data.length; steps++) {
      if (steps * size > data.length) throw new UnreadableFile(damaged);
      const list = readNumbers(data.subarray(next * size, (next + 1) * size));
      next = list.pop() ?? lastLink;
      listed.push(...list);
    }
    return listed
      .filter((sector) => sector < lastLink && sector * size < data.length)
      .flatMap((sector) => readNumbers(data.subarray(sector * size, (sector + 1) * size)));
  }
}

/** Whether the bytes begin as an OLE container does. */
export function isOleFile(bytes: Uint8Array): boolean {
  return signature.equals(bytes.subarray(0, signature.length));
}

function readNumbers(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}
