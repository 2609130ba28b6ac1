import { z } from '@arch/core/builder';

/** A time as ISO text, as a `Date`. Invalid text is rejected. */
export const eventDate = (): z.ZodMiniType<Date> =>
  z.pipe(
    z.string().check(z.refine((text) => isDate(new Date(text)), { error: 'a time such as 2026-11-01T10:00:00Z' })),
    z.transform((text: string) => new Date(text)),
  ) as unknown as z.ZodMiniType<Date>;

/** A time as a number of milliseconds since 1970 (or of seconds), also as text, as a `Date`. Other values are rejected. */
export const epochDate = (unit: 'seconds' | 'milliseconds'): z.ZodMiniType<Date> => {
  const toDate = (value: number | string): Date =>
    new Date(Number(value || Number.NaN) * (unit === 'seconds' ? 1_000 : 1));
  return z.pipe(
    z
      .union([z.number(), z.string()])
      .check(z.refine((value) => isDate(toDate(value)), { error: `a time in ${unit} since 1970` })),
    z.transform(toDate),
  ) as unknown as z.ZodMiniType<Date>;
};

const isDate = (date: Date): boolean => !Number.isNaN(date.getTime());
