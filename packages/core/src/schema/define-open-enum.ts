import { type Open, openEnum } from './open-enum.js';
import type { CheckedType } from './value-types.js';

/** Accepts every text; the values serve the type and the documentation. For what AWS sends: it adds values. */
export const defineOpenEnum: <const Known extends string>(known: readonly Known[]) => CheckedType<Open<Known>> =
  openEnum as never;
