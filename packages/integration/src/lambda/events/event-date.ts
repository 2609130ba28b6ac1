import { z } from '@arch/core/builder';

/** The schema of a time as ISO text, also with a time zone such as `+0000`. Returns a `Date`. */
export const eventDate = (): z.ZodMiniType<Date> =>
  z.pipe(
    z.string().check(
      z.refine((text) => isoTime.test(text) && isDate(toDate(text)), {
        error: 'a time such as 2026-11-01T10:00:00Z',
      }),
    ),
    z.transform(toDate),
  ) as unknown as z.ZodMiniType<Date>;

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

const toDate = (text: string): Date => new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

/** The schema of a time in seconds or milliseconds since 1970, as a number or text. Returns a `Date`. */
export const epochDate = (unit: 'seconds' | 'milliseconds'): z.ZodMiniType<Date> => {
  const read = (value: number | string): Date =>
    new Date(Number(value === '' ? Number.NaN : value) * (unit === 'seconds' ? 1_000 : 1));
  return z.pipe(
    z
      .union([z.number(), z.string()])
      .check(z.refine((value) => isDate(read(value)), { error: `a time in ${unit} since 1970` })),
    z.transform(read),
  ) as unknown as z.ZodMiniType<Date>;
};

const isDate = (date: Date): boolean => !Number.isNaN(date.getTime());
