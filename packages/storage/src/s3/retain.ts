import { InvalidInputError } from '@arch/core';
import { z } from '@arch/core/builder';

/** The duration of a retention, or the time at which it ends. */
export type Retain =
  | {
      /** The number of years from now, 1–100. */
      readonly years: number;
    }
  | {
      /** The number of days from now, 1–36,500. */
      readonly days: number;
    }
  | {
      /** The time at which the retention ends; must be in the future. */
      readonly until: Date;
    };

/** Checks a {@link Retain}. */
export const retain = (): z.ZodMiniType<Retain> =>
  z.union([
    z.strictObject({ years: z.int().check(z.gte(1), z.lte(100)) }),
    z.strictObject({ days: z.int().check(z.gte(1), z.lte(36_500)) }),
    z.strictObject({ until: z.date() }),
  ]);

/** Returns the time at which a retention ends. 29 February becomes 1 March in a year without it, so that the retention is not too short. */
export const retainUntil = (retention: Retain, now: Date): Date => {
  if ('until' in retention) return retention.until;
  const date = new Date(now);
  if ('years' in retention) date.setUTCFullYear(date.getUTCFullYear() + retention.years);
  else date.setUTCDate(date.getUTCDate() + retention.days);
  return date;
};

/** Returns the time at which a retention ends. Throws if it is not in the future. */
export const futureRetention = (operation: string, retention: Retain, now: Date): Date => {
  const date = retainUntil(retention, now);
  if (date > now) return date;
  throw new InvalidInputError(`${operation}: retain.until must be a date in the future (got ${date.toISOString()}).`, {
    operation,
  });
};

/** S3 may store the end of a retention without its milliseconds. Rounded up, so that the retention is not too short. */
export const inWholeSeconds = (date: Date): Date => new Date(Math.ceil(date.getTime() / 1_000) * 1_000);
