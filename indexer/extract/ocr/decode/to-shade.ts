/**
 * The shade of a colour (ITU-R BT.601) whose red, green and blue stand at a place, laid over white paper by its
 * opacity; all from 0 to 255.
 */
export function toShade(
  colors: Uint8Array | Uint8ClampedArray,
  at: number,
  opacity: number,
): number {
  const red = colors[at] ?? 255;
  const green = colors[at + 1] ?? 255;
  const blue = colors[at + 2] ?? 255;
  const shade = (red * 299 + green * 587 + blue * 114) / 1000;
  return Math.round(255 + ((shade - 255) * opacity) / 255);
}
