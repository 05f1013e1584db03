import fc from "fast-check";

/** Pieces of which texts are put together; none changes the units of another by standing beside it but as texts do. */
const pieces: readonly string[] = [
  Array.from("政府信息公开行政处罚年件〇々的、。，；：（）《》％·…"),
  Array.from("“”「」\"'’-—－_/@#&"),
  Array.from(" \n\t\u3000\u00A0\u200B\u00AD\uFEFF\u2063\u0000"),
  ["8840", "1,234", "1,234,567", "12.5", "２０２３", "１２．５", "0", "3.14.15", "12,34", "7,"],
  ["IPv6", "COVID-19", "www.qingxi.gov.cn", "Ａｂｃ", "é", "e\u0301", "の", "한글", "Ж"],
  ["㎡", "①", "Ⅳ", "ﬁ", "㈠", "👍", "👨‍👩‍👧", "🇨🇳", "𠀀", "\uD83D", "\uDC4D", "\uE000"],
].flat();

/** Chinese text with numbers, Latin words, marks, spaces, line breaks, emoji, halves of characters. */
export const mixedText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: "binary", maxLength: 2 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));
