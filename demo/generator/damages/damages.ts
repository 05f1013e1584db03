import type { Damage } from "./damage.ts";
import { headerDamages } from "./damage-headers.ts";
import { labelDamages } from "./damage-labels.ts";
import { printDamages } from "./damage-prints.ts";
import { rowDamages } from "./damage-rows.ts";
import { textDamages } from "./damage-text.ts";

/** Every damage that is done to reports. */
export const damages: readonly Damage[] = [
  ...printDamages,
  ...labelDamages,
  ...headerDamages,
  ...rowDamages,
  ...textDamages,
];
