const ending =
  /(?:省|市|县|区|州|盟|旗|乡|镇|苏木|街道|政府|办公室|办事处|政府办|管理局|委员会|管委会|[局厅委院所站队会中心处社馆行校团司场])(?:[（(][^）)]{1,20}[）)])?$/u;
const notNames =
  /首页|位置|公开|信息|报告|目录|栏目|网站|正文|来源|日期|年度|字体|打印|下载|[，。；：:！？>＞|0-9]/u;

/** Whether a short line could be the name of a public body and nothing else. */
export function isAgencyName(words: string): boolean {
  return words.length >= 2 && words.length <= 40 && ending.test(words) && !notNames.test(words);
}
