import type { NormalizedSchema } from '@smithy/core/schema';

/** One value on its way from the CLI's JSON to the SDK's form. */
export interface Reviving {
  readonly schema: NormalizedSchema;
  readonly value: unknown;
  /** Where the value stands, e.g. `Reservations[0].Instances`. */
  readonly path: string;
  readonly serviceId: string;
  /** Says what is wrong with the value; the error comes when all of it is known. */
  note(problem: string, path?: string): void;
}
