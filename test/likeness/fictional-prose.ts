import fc from "fast-check";

const characters = Array.from(
  "山川湖海春夏秋冬东西南北风雨雷电村镇街巷桥路田园学校医院书店广场车站码头仓库工厂市场茶果粮棉油盐酱醋花草树木鸟兽虫鱼",
);

/** Paragraphs that no form has, of about 120 to 480 characters. */
export const proseArbitrary: fc.Arbitrary<string> = fc
  .array(
    fc
      .array(fc.constantFrom(...characters), { minLength: 30, maxLength: 60 })
      .map((letters) => `${letters.join("")}。`),
    { minLength: 4, maxLength: 8 },
  )
  .map((sentences) => sentences.join(""));

/** Sentences that no form has and that share no run of characters with those of another seed. */
export function buildProse(seed: number, sentences = 6): string {
  let state = seed;
  const choose = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return characters[Math.floor((state / 0x1_0000_0000) * characters.length)] ?? "";
  };
  return Array.from(
    { length: sentences },
    () => `${Array.from({ length: 40 }, choose).join("")}。`,
  ).join("");
}
