/** A share from 0 to 1 as readers see it: rounded down, so that 100% is said of nothing less. */
export function buildShareText(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`;
}

/** What is counted when texts are compared. */
export const measureNote =
  "两段文字共有的五字片段占全部五字片段的比例；标点、数字的大小、本机关和本地的名称、官方格式的固定文字不计；一两句话的短文，全文相同才算。";
