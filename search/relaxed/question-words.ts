/**
 * Words that make a question or a request of the others, as people type them. They stand in no report as what is looked
 * for, and a search that wanted them would find nothing.
 */
export const questionWords: ReadonlySet<string> = new Set(
  [
    "什么 哪些 哪个 哪里 哪儿 哪年 哪几个 谁 怎么 怎样 怎么样 如何 为什么 为何 多少 几个 几件 几次 多大 多高",
    "有没有 是不是 是否 有无 能否 能不能 可否 可以 有 没有 吗 呢 吧 么 呀 请问 想知道 想看 查询 查找 查看 搜索 检索 看看",
    "因为 由于 所以 关于 有关 相关 对于 针对 以及 还有 哪 几 被 把 的 了 是 在 和 与 及 或 等",
    "在 能 会 可 要 去 到 从 向 于 为 以 其 该 此 这 那 也 都 还 就 才 又 再 已 很 更 最 件 个 次 条 份 起 家 项 元 里 上 中 下 时 后 前 多 少 大 各 每",
    "哪一年 哪一个 在哪里 在哪 去哪 去哪里 能查到 查到 看到 找到 怎么办 怎么看 是怎么 应该 需要 可能 一般 具体 主要 会不会 好不好 行不行 如果 那么 这个 那个 这些 那些 请 问",
    "情况怎么样 是什么 有哪些 有多少 是多少 有什么 做了什么 都有 一共 总共 到底 告诉 我 你们 我们 他们",
  ].flatMap((line) => line.split(" ")),
);
