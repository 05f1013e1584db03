import type { Scan } from "./print-scans.ts";

/** Scanners from good to bad. */
export const scanners: Readonly<Record<string, Scan>> = {
  "300 dpi": { dotsPerInch: 300, damage: {} },
  "200 dpi, aslant, JPEG": { dotsPerInch: 200, damage: { skew: 0.7, noise: 6, quality: 70 } },
  "150 dpi, aslant, blurred, JPEG": {
    dotsPerInch: 150,
    damage: { skew: -1.3, blur: 1, noise: 8, quality: 60 },
  },
  "200 dpi, very aslant, noisy": {
    dotsPerInch: 200,
    damage: { skew: 2.4, blur: 2, noise: 18, quality: 35 },
  },
  "100 dpi screenshot": { dotsPerInch: 100, damage: { quality: 80 } },
  "110 dpi, aslant, poor JPEG": {
    dotsPerInch: 110,
    damage: { skew: 0.4, noise: 6, quality: 50 },
  },
};
