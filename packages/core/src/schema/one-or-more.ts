import { array, maxLength, minLength, union, type ZodMiniType } from './z.js';

/** One value, or a list of 1 to `max` values, as filters of listings accept. */
export const oneOrMore = <Value>(type: ZodMiniType<Value>, max = 200): ZodMiniType<Value | readonly Value[]> =>
  union([type, array(type).check(minLength(1), maxLength(max))]);
