import { describe, expect, it } from "vitest";
import { readRepeated, repeated } from "./hostile-pieces.ts";

describe("hostile pages", () => {
  it.each(repeated)("of 5 MB of %j are read", (piece) =>
    expect(readRepeated(piece, 5_000_000)).toBeLessThan(30_000),
  );
});
