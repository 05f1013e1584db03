import type { SearchQuery } from "../../search/query.ts";

/** A search that shows what can be asked. `note` says what is special in it. */
export interface ExampleSearch {
  readonly label: string;
  readonly note: string;
  readonly query: Partial<SearchQuery>;
}

export const exampleSearches: readonly ExampleSearch[] = [
  { label: "行政处罚", note: "一个词", query: { q: "行政处罚" } },
  { label: "“依申请公开”", note: "引号里的字连着出现", query: { q: '"依申请公开"' } },
  { label: "信访 投诉", note: "几个词都要有", query: { q: "信访 投诉" } },
  { label: "行政诉讼 -败诉", note: "减号排除", query: { q: "行政诉讼 -败诉" } },
  {
    label: "不足",
    note: "只看“问题与改进”",
    query: { q: "不足", section: ["problems"] },
  },
];
