import type { EngineAddress } from "./engine-client.ts";

/** A server for this data folder. `owned` where this process started it; closing another's leaves it running. */
export interface EmbeddedEngine extends EngineAddress {
  readonly owned: boolean;
  readonly close: () => Promise<void>;
}
