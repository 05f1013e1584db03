import { describe, expect, it } from "vitest";
import { SpelledWords } from "../../../search/correction/spelled-words.ts";

describe("words by their pinyin", () => {
  const words = new SpelledWords([
    "农村 900 n",
    "危房 60 n",
    "改造 700 v",
    "弄村 1 n",
    "垃圾 300 n",
    "分类 400 v",
    "垃圾分类 5 n",
    "绿化 200 v",
    "银行 500 n",
    "AT&T 3 nz",
    "一 9 m",
    "",
  ]);

  it.each([
    ["lajifenlei", "垃圾分类"],
    ["La Ji Fen Lei", "垃圾分类"],
    ["nongcunweifanggaizao", "农村危房改造"],
    ["yinhang", "银行"],
    ["ljfl", "垃圾分类"],
    ["lvhua", "绿化"],
    ["lühua", "绿化"],
  ])("%s is %s", (letters, word) => expect(words.find(letters)[0]).toBe(word));

  it("gives the frequent word before the rare one", () => {
    expect(words.find("nongcun")).toEqual(["农村", "弄村"]);
  });

  it.each(["", "x", "nongcunx", "农村", "nongcun1", "a".repeat(41), "'"])(
    "knows nothing for %j",
    (letters) => expect(words.find(letters)).toEqual([]),
  );
});
