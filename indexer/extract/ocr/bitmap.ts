/** Which pixels are ink (1) and which paper (0), rows from the top. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** The picture with rows for columns. */
export function transposeBitmap({ width, height, bits }: Bitmap): Bitmap {
  const turned = new Uint8Array(bits.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = bits[y * width + x] ?? 0;
  return { width: height, height: width, bits: turned };
}
