import { Buffer } from "node:buffer";
import { CFB } from "@e965/xlsx";

interface OleWriter {
  readonly utils: {
    readonly cfb_new: () => object;
    readonly cfb_add: (container: object, name: string, content: Buffer) => void;
  };
  readonly write: (container: object, options: { readonly type: "buffer" }) => Buffer;
}

const writer = CFB as OleWriter;

/** An OLE container with these streams. */
export function buildOle(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const container = writer.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    writer.utils.cfb_add(container, `/${name}`, Buffer.from(content));
  return new Uint8Array(writer.write(container, { type: "buffer" }));
}
