import { expect, test } from "vitest";
import { buildGrams } from "../../../search/grams/build-grams.ts";
import { decodePair } from "../../../search/grams/decode-pair.ts";

test("pairs of Chinese characters are read back from the grams of a text, and nothing else is", () => {
  const grams = buildGrams("公开㐀鿿，IPv6网12.5%の乙").split(" ");
  const pairs = grams.map((gram) => decodePair(gram)).filter((pair) => pair !== null);
  expect(pairs.map((pair) => String.fromCodePoint(...pair))).toEqual(["公开", "开㐀", "㐀鿿"]);
});
