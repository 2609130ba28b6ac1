import { z } from '@arch/core/builder';

/** How long something is kept. */
export type Retain =
  | {
      /** 1–100, from now, to the day. */
      readonly years: number;
    }
  | {
      /** 1–36,500, from now. */
      readonly days: number;
    }
  | { readonly until: Date };

/** A {@link Retain}, checked. */
export const retain = (): z.ZodMiniType<Retain> =>
  z.union([
    z.strictObject({ years: z.int().check(z.gte(1), z.lte(100)) }),
    z.strictObject({ days: z.int().check(z.gte(1), z.lte(36_500)) }),
    z.strictObject({ until: z.date() }),
  ]);

/** The date until when that is. A 29 February becomes a 1 March: never a day less. */
export const retainUntil = (how: Retain, now: Date): Date => {
  if ('until' in how) return how.until;
  const date = new Date(now);
  if ('years' in how) date.setUTCFullYear(date.getUTCFullYear() + how.years);
  else date.setUTCDate(date.getUTCDate() + how.days);
  return date;
};
