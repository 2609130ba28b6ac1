import type { NormalizedSchema } from '@smithy/core/schema';

/** One value that is converted from the CLI's JSON to the SDK's form. */
export interface Reviving {
  readonly schema: NormalizedSchema;
  readonly value: unknown;
  /** The path of the value, e.g. `Reservations[0].Instances`. */
  readonly path: string;
  readonly serviceId: string;
  /** Records a problem; the error with all problems is thrown at the end. */
  note(problem: string, path?: string): void;
}
