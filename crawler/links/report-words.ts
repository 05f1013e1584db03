/** The words by which links to annual reports are told from others. Words are compact: without white space, NFKC. */

const subject = "(?:政府|政务|党政|党务政务)?信息(?:主动)?公开|政务公开|政府公开|信公开";
const paper =
  "年度?工?作?报告|工作(?:情况)?(?:年度?)?(?:情况)?报告|情况(?:的)?报告|年报|年度?总结|工作总结|报告|年度情况";

/** 政府信息公开工作年度报告, 信息公开年报, 政务公开工作总结, 年度报告（政府信息公开）. */
export const reportTitle = new RegExp(
  `(?:${subject})[^。；！？]{0,24}?(?:${paper})|(?:年报|年度报告)[^。；！？]{0,4}(?:${subject})`,
  "u",
);

/** What names a report where the place that the link stands in tells the subject: 年报, 年度报告, 工作年报. */
export const shortTitle = /年报|年度?工作报告|年度报|年度公开报告|年度总结/u;

/** A list of reports, in the menu of a portal. */
export const columnTitle = new RegExp(
  `^(?:[^，。：；！？]{0,20})(?:${subject})(?:工作)?(?:年度?)?(?:工作)?(?:年报|报告|年度报告)(?:专栏|专题|汇总|栏目|列表|目录|公开|公示|查询|集中展示)?[>»›]?$`,
  "u",
);

/** A page that leads on: the pages on disclosure of a portal, lists of its departments and towns. */
export const stepTitle =
  /^(?:(?:[^，。；！？]{0,16})?(?:政府信息公开|政务公开|信息公开|政府信息|公开平台|政务信息公开)(?:专栏|平台|目录|网|专题|信息)?|(?:[^，。；！？]{0,8})?(?:部门|乡镇|镇街|街道|街镇|镇办|乡镇街道|县直|区直|市直|单位|各乡镇|园区|开发区|镇乡)(?:信息公开|政务公开|信息|平台|导航|目录|动态|公开|单位|街道|（街道）|办事处)?|法定主动公开内容|主动公开)$/u;

/** Papers that go with a report, whatever body they name. */
export const companion =
  /解读|图解|一图|图说|看懂|读懂|速览|长图|漫画|动漫|海报|微视频|语音版|H5|公布情况|发布情况|公开情况统计|报送情况|完成情况通报|答记者问|申请表|评估报告|第三方评估/u;

/** Words of other papers; the name of the body that a report is of may have them too (预算编制中心, 法治建设办公室). */
export const foreign =
  /法治政府|法治建设|依法行政|预算|决算|财务|网站(?:工作)?年度(?:工作)?报表|网站(?:监管)?年(?:度工作)?报|网站(?:工作|建设)|新媒体|统计公报|绩效|考核|培训|会议|座谈|调研|新闻发布|问卷|征求意见|征集|视频|音频|召开/u;

/** A report with an explanation in one page is a report. */
export const withCompanion = /(?:及|含|附|和|暨)(?:其)?(?:图解|解读|一图读懂|政策解读)[）)]?$/u;

/** A paper on how reports are to be written: 关于做好…编制工作的通知. */
export const instruction =
  /^(?:[^，。]{0,30})?关于(?:进一步)?(?:做好|开展|编制|编写|填报|报送|规范|印发|加强|组织|落实|切实)|(?:编制|编写|报送|填报|撰写|整改|抽查)[^，。]{0,16}(?:通知|方案|意见|要求|规范|格式|模板|说明|提纲)|模板$|格式文本|(?:实施|工作)(?:方案|意见|办法|要点|制度|规定|细则)|指南$|制度$|条例$/u;

/** 政府工作报告 is what a government tells its congress. */
export const otherReports =
  /政府工作报告(?!.*信息公开)|人大(?:常委会)?工作报告|述职|述廉|审计(?:工作)?报告|环境(?:质量|状况)|质量年度?报告|企业年报|法人年度报告|事业单位法人|上市公司|统计年报|年报(?:公示)?系统|工商年报|企业年度报告|年度报告公示|信用|气象|水资源|食品安全|卫生健康统计|教育质量|就业质量|国民经济|发展报告|工作总结和|可行性|评价报告|影响报告|验收|监测报告|年鉴/u;

/** Words that stand round the name of a body in the title of its report. */
export const fillers =
  /关于|公布|发布|公开|政府信息|政务信息|政务|信息|主动|工作|年度|年报|报告|情况|总结|统计|的|年|度|公示|全文|点击|查看|详情|下载|附件|正文|PDF版?|Word版?|doc版?|文字版|图片版|[\d\s：:，,、.。·•\-–—―_|【】［］[\]()（）《》“”"'〔〕<>›»…]+/giu;

/** How the name of a body that publishes ends. */
export const agencyEnding =
  /(?:局|委|委员会|办|室|厅|署|院|镇|乡|街道|街|办事处|政府|中心|站|所|队|大队|支队|总队|区|县|市|省|州|盟|旗|苏木|委员会|联合会|管委会|工会|协会|商会|学会|总会|十字会|妇联|残联|科协|文联|侨联|部|处|社|团|馆|校|学校|台|公司|集团|园|园区|场|库|行|科|站段|分局|民政|公安|教育|财政|司法|农业农村|水利|审计|统计|医保|林业|住建|交通|商务|文旅|应急|人社|卫健|发改|工信|市场监管|自然资源|生态环境|退役军人)(?:[（(][^）)]{0,20}[）)])?$/u;

/** What a body does is no part of its name. */
export const deeds = /举办|召开|开展|关于|组织|报送|印发|公布|发布|深入|推进|调研|慰问|检查|学习/u;
