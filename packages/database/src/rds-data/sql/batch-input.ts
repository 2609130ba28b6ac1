import { type AwsInput, type input, z } from '@arch/core/builder';

import { type SqlParameters, sqlParameters } from '../sql-parameters.js';
import { type SqlTarget, sqlTarget, transactionId } from '../sql-target.js';
import { sqlStatement } from '../statement-input.js';

/** SQL that runs for each set of parameters, and where. */
export interface BatchInput extends SqlTarget, AwsInput {
  /** One statement of at most 65,536 characters, without a semicolon at its end; it contains parameters as `:name` or `:1`. */
  readonly sql: string;
  /** Values by name, for each time that it runs: at least one set, and 4 MiB at most with all of them. */
  readonly parameterSets: readonly SqlParameters[];
  /** Of a transaction that `beginTransaction` has begun. Default: the batch is one of its own. */
  readonly transactionId?: string | undefined;
}

/** The members of a {@link BatchInput}, checked. */
export const batchInput = (): Parameters<typeof input<BatchInput>>[0] => ({
  ...sqlTarget(),
  sql: sqlStatement(),
  parameterSets: z.array(sqlParameters()).check(z.minLength(1)),
  transactionId: z.optional(transactionId()),
});
