// zod's functional build: the same parser as `zod`, a third of its size. Only the names that declarations use, to keep bundles small.
export {
  array,
  boolean,
  custom,
  date,
  enum,
  extend,
  gte,
  int,
  length,
  literal,
  lte,
  maxLength,
  minLength,
  multipleOf,
  nullable,
  number,
  object,
  optional,
  pipe,
  record,
  refine,
  regex,
  strictObject,
  string,
  transform,
  tuple,
  union,
  unknown,
} from 'zod/mini';
export { instanceOf as instanceof } from './instance-of.js';
export type { infer, ZodMiniType } from 'zod/mini';
export type { $ZodCheck as Check } from 'zod/v4/core';
