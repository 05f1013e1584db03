import { z } from "zod";

/** A whole number as a program or an address writes it, digits only: `0x7e7` is no year. */
export const wholeNumberSchema = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,12}$/, "应为整数")
    .transform(Number),
]);
