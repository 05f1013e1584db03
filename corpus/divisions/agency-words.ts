/**
 * The words of a report that tell who published it. `printed` is the body's name as the title or the text
 * prints it, `title` the report's title, `issuer` what the page's metadata name (发布机构, 来源),
 * `siteName` the portal, `breadcrumb` the way to the page, `body` the whole text, `address` the page's URL.
 */
export interface AgencyWords {
  readonly printed: string | null;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly siteName: string | null;
  readonly breadcrumb: string | null;
  readonly body: string;
  readonly address: string | null;
}

/** A source of evidence: what readers call it, how much it weighs against others, how sure it makes alone. */
export interface EvidenceSource {
  readonly key: "title" | "issuer" | "siteName" | "breadcrumb" | "address" | "body";
  readonly label: string;
  readonly weight: number;
  readonly confidence: number;
  /** Whether a place named here that cannot hold the report's place speaks against it. */
  readonly contradicts: boolean;
}

/** Best first. */
export const evidenceSources: readonly EvidenceSource[] = [
  { key: "title", label: "标题", weight: 8, confidence: 0.95, contradicts: true },
  { key: "issuer", label: "发布机构", weight: 7, confidence: 0.95, contradicts: true },
  { key: "siteName", label: "网站名称", weight: 6, confidence: 0.9, contradicts: true },
  { key: "breadcrumb", label: "位置导航", weight: 4, confidence: 0.85, contradicts: false },
  { key: "address", label: "网址", weight: 3, confidence: 0.75, contradicts: false },
  { key: "body", label: "正文", weight: 2, confidence: 0.8, contradicts: false },
];
