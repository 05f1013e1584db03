import type { Damage } from "./damage.ts";

/** What happens to a text or to the markup of a page as a whole. */
export const textDamages: readonly Damage[] = [
  {
    name: "repeated-lines-removed",
    note: "of equal lines only the first is left",
    reach: "text",
    keeps: "none",
    text: (text) => [...new Set(text.split("\n"))].join("\n"),
  },
  {
    name: "lost-line",
    note: "one line gone, anywhere below the title",
    reach: "text",
    keeps: "none",
    text: (text, random) => {
      const lines = text.split("\n");
      lines.splice(1 + random.below(lines.length - 1), 1);
      return lines.join("\n");
    },
  },
  {
    name: "lost-indents",
    note: "tabs, spaces and bars gone at the beginning of lines",
    reach: "text",
    keeps: "none",
    text: (text) => text.replace(/^[ \t|]+(?=[^ \t|\n])/gmu, ""),
  },
  {
    name: "hidden-decoys",
    note: "hidden numbers in cells, hidden tables and comments",
    reach: "markup",
    keeps: "all",
    text: (markup, random) =>
      markup
        .replace(/<td[^>]*>/gu, (cell) =>
          random.happens(0.3) ? `${cell}${random.pick(decoys)}` : cell,
        )
        .replace(/<table/u, `${hiddenTable}<table`),
  },
];

const decoys = [
  '<span style="display:none">7</span>',
  '<i style="visibility: hidden">8</i>',
  '<span style="font-size:0">9</span>',
  "<!-- 6 -->",
  "<script>5</script>",
  "<span hidden>4</span>",
] as const;

const hiddenTable =
  '<table style="display: none"><tr><td>行政许可</td><td>99</td></tr><tr><td>一、本年新收政府信息公开申请数量</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>1</td><td>6</td></tr></table>';
