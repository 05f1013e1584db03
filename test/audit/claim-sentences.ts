import type { SectionKind } from "../../corpus/section.ts";

/**
 * Fictional sentences of reports for 2024 with what a careful reader takes from them: `measure=value`, two measures
 * of one sum joined by `+`, `~` behind an approximate number, `?` behind one that may count something else.
 */
export interface LabelledSentence {
  readonly text: string;
  readonly claims: readonly string[];
  readonly kind?: SectionKind;
}

function label(text: string, claims = "", kind?: SectionKind): LabelledSentence {
  const list = claims === "" ? [] : claims.split(" ");
  return kind === undefined ? { text, claims: list } : { text, claims: list, kind };
}

const received: readonly LabelledSentence[] = [
  label("2024年，全县共收到政府信息公开申请57件。", "received=57"),
  label("本年度我局受理依申请公开 12 件，均按时答复。", "received=12"),
  label("本年新收政府信息公开申请63件，上年结转7件。", "newReceived=63 carriedOver=7"),
  label("（二）依申请公开情况。收到申请8件，已答复8件。", "received=8 answered=8"),
  label("（二）依申请公开情况\n2024年我乡收到依申请公开事项 0 条", "received=0"),
  label("全年共收到公民、法人和其他组织提出的政府信息公开申请１２０件。", "received=120"),
  label("全年共收到政府信息公开申请三件，办结三件。", "received=3 concluded=3"),
  label("我镇共接到依申请公开申请十二件。", "received=12"),
  label("收到政府信息公开申请1,286件，答复1,280件。", "received=1286 answered=1280"),
  label("全年收到政府信息公开申请70余件。", "received=70~"),
  label("全年收到政府信息公开申请近百件，约80件为征地类。", "received=100~"),
  label("全年共收到政府信息公开申请约90件。", "received=90~"),
  label("共收到政府信息公开申请超过200件。", "received=200~"),
  label("收到政府信息公开申请70件，其中网络申请30件，信函申请40件。", "received=70"),
  label("收到政府信息公开申请70件，其中，收到自然人申请60件，企业申请10件。", "received=70"),
  label("通过网络渠道收到政府信息公开申请30件。", ""),
  label("县政府办公室共收到政府信息公开申请15件。", "received=15?"),
  label("市本级收到政府信息公开申请22件。", "received=22?"),
  label("2023年收到政府信息公开申请40件。", ""),
  label("政府信息公开申请较上年增加5件。", ""),
  label("全年共受理政府信息公开申请33件，比上年减少4件。", "received=33"),
  label("收到政府信息公开申请66件，同比增长12%，办结66件。", "received=66 concluded=66"),
  label("上半年收到政府信息公开申请9件。", ""),
  label("第三季度收到政府信息公开申请4件。", ""),
  label("自《条例》实施以来累计收到政府信息公开申请310件。", ""),
  label("2024年共办理政府信息公开申请75件。", "processed=75"),
  label("未收到政府信息公开申请。", "received=0"),
  label("2024年，我局没有收到依申请公开事项。", "received=0"),
  label("全年无依申请公开申请。", "received=0"),
  label("我街道从未收到公民、法人要求提供政府信息的申请，未收到信息公开申请。", "received=0"),
  label("未收到因政府信息公开申请引发的投诉。", ""),
  label("网络渠道未收到政府信息公开申请。", ""),
  label("依申请公开工作有序，收到群众咨询30件。", ""),
  label("依申请公开方面，收到县长信箱来信103件，办结103件。", ""),
  label("收到人大建议20件，办结20件。", ""),
  label("全年受理各类审批服务事项31681件，办结31681件。", ""),
  label("拟公开政府信息申请办理指南2件。", ""),
  label(
    "依申请公开方面，新收56件，上年结转3件，办结55件，结转下年度4件。",
    "newReceived=56 carriedOver=3 concluded=55 carriedForward=4",
  ),
  label("全镇通过线上、线下等多种渠道共收到政府信息公开申请6件。", "received=6?"),
  label("各乡镇、各部门共收到政府信息公开申请88件。", "received=88?"),
];

const handled: readonly LabelledSentence[] = [
  label(
    "受理政府信息公开申请319件，答复305件（含上年度结转申请34件，另有48件顺延到下年度答复）。",
    "received=319 answered=305 carriedOver=34 carriedForward=48",
  ),
  label("政府信息公开申请已办结41件，2件结转下年度继续办理。", "concluded=41 carriedForward=2"),
  label("依申请公开：按时办结60件，延期办结10件。", "concluded=60?"),
  label("依申请公开按期答复率100%，答复19件。", "answered=19"),
  label("政府信息公开申请尚未办结1件。", ""),
  label("依申请公开方面，2023年结转申请5件，全部办结。", "carriedOver=5"),
  label("依申请公开方面，结转至2025年继续办理的3件。", "carriedForward=3"),
  label("收到政府信息公开申请10件，转结下年度1件。", "received=10 carriedForward=1"),
  label("信息公开申请无结转下年度办理的情况。", "carriedForward=0"),
  label("政府信息公开申请办理完毕27件。", "concluded=27"),
  label("收到依申请公开12件，均予以答复。", "received=12"),
  label("依申请公开办理平均用时11个工作日，答复14件。", "answered=14"),
  label("去年结转的政府信息公开申请6件已全部答复。", "carriedOver=6"),
  label("上年度未办结转入本年的政府信息公开申请2件。", "carriedOver=2"),
];

const outcomes: readonly LabelledSentence[] = [
  label(
    "收到政府信息公开申请70件，其中予以公开17件，部分公开6件，不予公开21件，无法提供12件。",
    "received=70 granted=17 partial=6 denied=21 unable=12",
  ),
  label(
    "答复政府信息公开申请中，予以公开或部分公开258件，无法提供265件。",
    "granted+partial=258 unable=265",
  ),
  label("依申请公开办理结果为：不予处理3件，其他处理12件。", "refused=3 otherOutcome=12"),
  label(
    "政府信息公开申请中，17件予以公开，6件部分公开，2件不予公开。",
    "granted=17 partial=6 denied=2",
  ),
  label(
    "政府信息公开申请办理结果：同意公开5件，同意部分公开2件，不同意公开1件。",
    "granted=5 partial=2 denied=1",
  ),
  label("依申请公开中予以公开的政府信息9件，不予公开的0件。", "granted=9 denied=0"),
  label("政府信息公开申请中，予以公开和部分公开分别为8件、3件。", "granted=8 partial=3"),
  label("政府信息公开申请中，不予公开、无法提供、不予处理各1件。", "denied=1 unable=1 refused=1"),
  label("加大主动公开力度，对办事指南予以公开200条。", ""),
  label("依申请公开中予以公开10余件。", "granted=10~"),
  label("政府信息公开申请中不予公开申请较上年减少2件。", ""),
  label("收到依申请公开9件，依法作出不予处理决定2件。", "received=9 refused=2"),
  label("予以公开5件。", "granted=5", "requests"),
  label("政府信息公开申请答复中，全部公开4件，其他处理1件。", "granted=4 otherOutcome=1"),
  label("依申请公开中，因不能提供而答复的7件。", ""),
];

const disputes: readonly LabelledSentence[] = [
  label("因政府信息公开工作被申请行政复议2件，提起行政诉讼1件。", "review=2 litigation=1"),
  label(
    "政府信息公开行政复议35件，其中结果维持12件，结果纠正4件，其他结果17件，尚未审结2件。",
    "review=35 review.upheld=12 review.corrected=4 review.otherResult=17 review.pending=2",
  ),
  label(
    "政府信息公开行政诉讼6件，其中结果维持5件，尚未审结1件。",
    "litigation=6 litigation.upheld=5 litigation.pending=1",
  ),
  label(
    "政府信息公开行政复议3件、未经复议直接起诉9件、复议后起诉2件。",
    "review=3 litigationDirect=9 litigationAfterReview=2",
  ),
  label("因政府信息公开引发的行政复议、行政诉讼均为0件。", "review=0 litigation=0"),
  label("因政府信息公开发生行政复议、行政诉讼各1起。", "review=1 litigation=1"),
  label("因政府信息公开发生行政复议和行政诉讼共5件。", "review+litigation=5"),
  label("因政府信息公开发生行政复议、行政诉讼分别为3件、2件。", "review=3 litigation=2"),
  label("未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。", "review=0 litigation=0"),
  label("未收到政府信息公开申请，也未发生行政复议和行政诉讼。", "received=0 review=0 litigation=0"),
  label("未引起行政诉讼或复议。", "review=0 litigation=0", "requests"),
  label("本年度没有因政府信息公开被申请行政复议的案件。", "review=0"),
  label("未发生因政府信息公开被行政复议纠错的案件。", ""),
  label("没有因政府信息公开引发的行政诉讼败诉案件。", ""),
  label("县政府全年办理行政复议案件134件。", ""),
  label("政府信息公开备案行政复议案件134件。", "review=134?"),
  label("行政复议0件，行政诉讼0件。", "review=0? litigation=0?"),
  label("行政复议0件，行政诉讼0件。", "review=0 litigation=0", "disputes"),
  label("未经复议直接起诉的政府信息公开案件。", ""),
  label("政府信息公开行政复议、行政诉讼情况均为无。", "review=0 litigation=0"),
  label("2024年政府信息公开行政诉讼案件数为 4，均维持。", "litigation=4"),
  label("因政府信息公开引发行政复议1件，被纠正1件。", "review=1 review.corrected=1"),
  label("妥善处理好行政复议答复工作，避免发生政府信息公开行政诉讼。", ""),
  label("发生政府信息公开行政复议5件，较上年增加2件。", "review=5"),
];

const works: readonly LabelledSentence[] = [
  label(
    "全年制发行政规范性文件8件，废止26件，现行有效66件。",
    "documents.made=8 documents.repealed=26 documents.effective=66",
  ),
  label("制定规范性文件3件。", "documents.made=3"),
  label(
    "废止规范性文件 2 件，现行有效规范性文件 15 件。",
    "documents.repealed=2 documents.effective=15",
  ),
  label("修订、废止规范性文件4件。", "documents.repealed=4?"),
  label("公开规范性文件11件。", ""),
  label("报备规范性文件5件。", ""),
  label("转发上级文件12件，制发公文120件。", ""),
  label("加强规范性文件管理，全年制发公文45件。", ""),
  label("市政府及市政府办公室制发规范性文件11件。", "documents.made=11?"),
  label("未制发规范性文件。", "documents.made=0"),
  label("全年制定规章1件，废止规章2件。", "rules.made=1 rules.repealed=2"),
  label("制定规章制度12项。", ""),
  label("作出行政处罚决定75件。", "penalties=75"),
  label(
    "全年行政许可4222件，行政处罚169件，行政强制0件。",
    "permits=4222 penalties=169 coercion=0",
  ),
  label(
    "公开各类信息58件，其中文件类信息11件，行政处罚12件（按月公开，共计75则）。",
    "penalties=12?",
  ),
  label("公示行政处罚信息130条。", ""),
  label("公开行政许可结果、行政处罚90条。", "penalties=90?"),
  label("梳理行政许可事项285项。", ""),
  label("查处行政处罚案件31件。", "penalties=31?"),
  label("实施行政强制措施6件。", "coercion=6?"),
  label("全年作出行政许可决定44.7万件。", "permits=447000"),
  label("行政处罚2764.2万宗。", "penalties=27642000"),
  label("行政处罚9600余件。", "penalties=9600~"),
  label("行政许可、行政处罚、行政强制分别为12件、8件、0件。", "permits=12 penalties=8 coercion=0"),
  label("未作出行政处罚、行政强制决定。", "penalties=0 coercion=0"),
  label("行政处罚罚款48万元。", ""),
  label("行政许可比上年减少300件。", ""),
  label("网上办理行政许可1200件。", ""),
  label("2023年作出行政处罚决定60件。", ""),
];

const others: readonly LabelledSentence[] = [
  label("主动公开政府信息5500条。", "published=5500"),
  label("主动公开政府信息5500余条。", "published=5500~"),
  label("通过政府网站主动公开政府信息7135条。", ""),
  label("累计公开政府信息8840条，其中政务信息560条。", ""),
  label("开展政府信息公开培训6场，参加410人次。", ""),
  label("召开政府信息公开专题会议11次。", ""),
  label("编制完成26个领域政务公开标准目录。", ""),
  label("政府网站收到留言32条，办结32条。", ""),
  label("政府信息公开工作由一名专职人员、两名兼职人员负责。", ""),
  label("国务院令第711号于2019年公布，共六章56条。", ""),
  label("制作政策解读21个，召开新闻发布会12场。", ""),
  label("本年新收政府信息公开申请数量  2  0  0  0  0  0  2", "", "requests"),
  label("规章 0 0 0 行政规范性文件 0 0 0", "", "disclosure"),
  label("收到申请9件。", "", "problems"),
  label("下一步，力争依申请公开答复不超过15件。", ""),
  label("一、总体情况\n二、依申请公开情况\n收到5件，答复5件。", "received=5 answered=5"),
];

/** Longer sentences, several matters in one. */
const longer: readonly LabelledSentence[] = [
  label(
    "全市共受理政府信息公开申请419件，答复405件（含上年度结转申请34件，另有48件顺延到下年度答复），均在法定期限内予以答复。",
    "received=419 answered=405 carriedOver=34 carriedForward=48",
  ),
  label("未收到申请人逾期不补正的政府信息公开申请。", ""),
  label("未收到公民、法人或者其他组织向本机关提出的政府信息公开申请。", "received=0"),
  label("本年度未收到任何单位和个人提出的依申请公开事项。", "received=0"),
  label(
    "收到政府信息公开申请7件（其中1件为上年结转），按期办结6件，结转下年1件。",
    "received=7 carriedOver=1 concluded=6? carriedForward=1",
  ),
  label(
    "2024年度共收到政府信息公开申请21件，较2023年的15件增加6件，已办结20件，剩余1件正在办理。",
    "received=21 concluded=20",
  ),
  label("我局共收到政府信息公开申请6件，均通过信函方式提出。", "received=6"),
  label(
    "2024年，我街道受理依申请公开共计4件，全部按时答复，无行政复议、行政诉讼发生。",
    "received=4 review=0 litigation=0",
  ),
  label("全年办理依申请公开事项9件，办结率100%。", "processed=9"),
  label(
    "本年新收政府信息公开申请5件，上年结转0件，予以公开3件、无法提供2件，结转下年度0件。",
    "newReceived=5 carriedOver=0 granted=3 unable=2 carriedForward=0",
  ),
  label("因政府信息公开引起的行政复议案件2起，经复议机关审理的1起。", "review=2"),
  label("全年无一例因政府信息公开引发的行政复议和行政诉讼案件。", "review=0 litigation=0"),
  label(
    "全年实施行政处罚52起，罚没款13万元；办理行政许可1023件，其中不予许可2件。",
    "penalties=52 permits=1023",
  ),
  label("制定出台行政规范性文件2件，均按要求报备。", "documents.made=2"),
  label("截至2024年底，现行有效的行政规范性文件共计37件。", "documents.effective=37"),
  label(
    "组织清理规范性文件50件，其中废止5件、宣布失效3件、继续有效42件。",
    "documents.repealed=5 documents.effective=42",
  ),
  label("公布行政许可、行政处罚等信息2300条。", ""),
  label("共作出行政许可决定12.5万余件。", "permits=125000~"),
  label(
    "依申请公开工作方面，我镇接收申请3件，其中1件予以公开，2件告知不属于本机关公开范围。",
    "received=3 granted=1",
  ),
  label("2022年以来累计收到政府信息公开申请90件。", ""),
  label("我县共收到政府信息公开申请48件,其中县本级20件、乡镇28件。", "received=48"),
  label("收到政府信息公开申请48件,其中县政府办收到20件。", "received=48"),
  label("全年收到的政府信息公开申请中，通过网络提交30件，占比62.5%。", ""),
  label("依申请公开申请量大幅下降，仅收到2件。", "received=2"),
  label("收到依申请公开0件。行政复议和行政诉讼数量均为0。", "received=0 review=0 litigation=0"),
  label("未有因政府信息公开申请而引起的行政复议或诉讼。", "review=0 litigation=0"),
  label(
    "依法做好依申请公开，2024年共收到申请17件，同比上升13.3%。其中，予以公开11件，无法提供6件。",
    "received=17 granted=11 unable=6",
  ),
  label(
    "政府信息公开行政复议案件3件，同比减少5件，行政诉讼2件，败诉0件。",
    "review=3 litigation=2",
  ),
  label(
    "全年共收到各类信息公开申请14件（其中：政府信息公开平台10件、信函4件），予以公开9件，信息不存在2件。",
    "received=14 granted=9",
  ),
  label("县政府办理行政复议案件134件，其中维持90件，纠正12件。", ""),
];

export const labelledSentences: readonly LabelledSentence[] = [
  ...received,
  ...handled,
  ...outcomes,
  ...disputes,
  ...works,
  ...others,
  ...longer,
];
