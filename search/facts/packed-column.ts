type Numbers = Uint8Array | Int16Array | Int32Array | Float64Array;

/**
 * The numbers of some reports, NaN for none, in as few bytes as hold them exactly. `none` is the number that stands
 * for no value; where few have one, `at` gives the places of those that have.
 */
export interface PackedColumn {
  readonly values: Numbers;
  readonly none: number;
  readonly at: Uint16Array | null;
}

/** More numbers than places of 16 bits can tell apart. */
export const maxPackedLength = 65_536;

interface Width {
  readonly make: (length: number) => Numbers;
  readonly min: number;
  readonly max: number;
  readonly none: number;
}

const widths: readonly Width[] = [
  { make: (length) => new Uint8Array(length), min: 0, max: 254, none: 255 },
  { make: (length) => new Int16Array(length), min: -32_767, max: 32_767, none: -32_768 },
  {
    make: (length) => new Int32Array(length),
    min: -2_147_483_647,
    max: 2_147_483_647,
    none: -2_147_483_648,
  },
];
const widest: Width = {
  make: (length) => new Float64Array(length),
  min: -Infinity,
  max: Infinity,
  none: Number.NaN,
};

/** Packs at most `maxPackedLength` numbers; null where all are NaN. */
export function packColumn(values: Float64Array): PackedColumn | null {
  const { count, width } = measureColumn(values);
  if (count === 0) return null;
  const bytes = width.make(0).BYTES_PER_ELEMENT;
  const isSparse = count * (bytes + Uint16Array.BYTES_PER_ELEMENT) < values.length * bytes;
  return isSparse ? packSparsely(values, width, count) : packDensely(values, width);
}

/** Writes the numbers into `target` from `offset` on; places without one are left as they are. */
export function unpackColumn(column: PackedColumn, target: Float64Array, offset: number): void {
  const { values, none, at } = column;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? none;
    if (at !== null) target[offset + (at[index] ?? 0)] = value;
    else if (value !== none) target[offset + index] = value;
  }
}

function measureColumn(values: Float64Array): { readonly count: number; readonly width: Width } {
  let count = 0;
  let min = Infinity;
  let max = -Infinity;
  let areWhole = true;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count += 1;
    if (value < min) min = value;
    if (value > max) max = value;
    areWhole &&= Number.isInteger(value);
  }
  const fitting = areWhole ? widths.find((width) => min >= width.min && max <= width.max) : null;
  return { count, width: fitting ?? widest };
}

function packDensely(values: Float64Array, { make, none }: Width): PackedColumn {
  const packed = make(values.length);
  for (const [index, value] of values.entries()) packed[index] = Number.isNaN(value) ? none : value;
  return { values: packed, none, at: null };
}

function packSparsely(values: Float64Array, { make, none }: Width, count: number): PackedColumn {
  const packed = make(count);
  const at = new Uint16Array(count);
  let next = 0;
  for (const [index, value] of values.entries()) {
    if (Number.isNaN(value)) continue;
    packed[next] = value;
    at[next] = index;
    next += 1;
  }
  return { values: packed, none, at };
}
