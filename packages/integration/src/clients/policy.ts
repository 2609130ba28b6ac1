import { z } from '@arch/core/builder';

/** A policy as JSON has it, e.g. `{ Version: '2012-10-17', Statement: […] }`. */
export type Policy = Readonly<Record<string, unknown>>;

/** A policy in an input. */
export const policyObject = (): z.ZodMiniType<Policy> =>
  z.custom<Policy>(
    (value) => typeof value === 'object' && value !== null && 'Statement' in value,
    "a policy as an object such as { Version: '2012-10-17', Statement: [] }",
  );

/** A policy in an answer. */
export const policyRecord = (): z.ZodMiniType<Policy> => z.record(z.string(), z.unknown()) as never;
