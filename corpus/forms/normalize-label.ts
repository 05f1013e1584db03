const insignificant =
  /[\s\u00a0\u3000\u200b-\u200f\ufeff"'“”‘’「」《》（）()［］[\]【】、，,。．.：:；;/／·…—\-–]/gu;

/** A label as forms compare it: half width, without white space, quotes, brackets and punctuation. */
export function normalizeLabel(text: string): string {
  return text.normalize("NFKC").replace(insignificant, "");
}
