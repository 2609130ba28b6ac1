import { string, type ZodMiniType } from './z.js';

/** A union of the values known today that also takes those AWS adds tomorrow. */
export type Open<Known extends string> = Known | (string & {});

/** Accepts every string; the values serve the type and the documentation. */
export const openEnum = <const Known extends string>(_known: readonly Known[]): ZodMiniType<Open<Known>> => string();
