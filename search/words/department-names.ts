/** What departments of counties and cities are called, as reports sign and readers type them. */
export const departmentNames: readonly string[] = [
  "发展和改革局 发展改革局 发改局 教育局 教育体育局 科学技术局 科技局 工业和信息化局 工信局 民族宗教局 公安局 民政局",
  "司法局 财政局 人力资源和社会保障局 人社局 自然资源局 自然资源和规划局 生态环境局 住房和城乡建设局 住建局 城市管理局",
  "城管局 综合行政执法局 交通运输局 交通局 水利局 水务局 农业农村局 商务局 文化和旅游局 文旅局 卫生健康委员会 卫生健康局",
  "卫健委 卫健局 退役军人事务局 应急管理局 应急局 审计局 市场监督管理局 市场监管局 统计局 医疗保障局 医保局 林业局",
  "信访局 乡村振兴局 行政审批服务局 行政审批局 数据资源管理局 大数据局 税务局 气象局 体育局 金融工作局 国有资产监督管理委员会",
].flatMap((line) => line.split(" "));
