import { string, type ZodMiniType } from './z.js';

/** A union of the known values that also accepts any other string: AWS adds values over time. */
export type Open<Known extends string> = Known | (string & {});

/** Accepts every string; the known values are for the type, the documentation, error messages and suggestions. */
export const openEnum = <const Known extends string>(known: readonly Known[]): ZodMiniType<Open<Known>> =>
  string({ error: Object.assign(() => `${known.slice(0, mostShown).join(', ')}, …`, { known }) });

const mostShown = 5;
