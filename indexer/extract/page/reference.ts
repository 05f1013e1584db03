/**
 * A file that a page offers, shows in a viewer, or prints as an image. `address` is as printed, without the viewer
 * around it; `within` the address of that viewer, which it is relative to. `name` is "" where the page gives none;
 * `isBeside` tells files outside of the article.
 */
export interface Reference {
  readonly kind: "file" | "viewer" | "image";
  readonly address: string;
  readonly within: string | null;
  readonly name: string;
  readonly mediaType: string | null;
  readonly isBeside?: boolean;
}
