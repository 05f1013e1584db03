/**
 * What the search must know about places: the name of a code, and the codes that a name or a code stands for
 * (every 官庄镇; none for an unknown name), those with reports first. `isHeld` tells whether there are reports of a
 * place or below it; where it is missing, nobody knows. `refresh` brings that up to date. The list of divisions is passed in, so demo places count too.
 */
export interface RegionNames {
  readonly nameOf: (code: string) => string | null;
  readonly resolve: (nameOrCode: string) => readonly string[];
  readonly isHeld?: (code: string) => boolean;
  readonly refresh?: () => Promise<void>;
}

const code = /^\d{2}(?:\d{2}(?:\d{2}(?:\d{3})?)?)?$/;

/** Knows no names: codes stand for themselves. */
export const codesOnly: RegionNames = {
  nameOf: () => null,
  resolve: (value) => (code.test(value) ? [value] : []),
};
