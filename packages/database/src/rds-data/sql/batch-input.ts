import { type AwsInput, type input, z } from '@arch/core/builder';

import { type SqlParameters, sqlParameters } from '../sql-parameters.js';
import { type SqlTarget, sqlTarget, transactionId } from '../sql-target.js';
import { sqlStatement } from '../statement-input.js';

/** An SQL statement with several sets of parameters and its database. */
export interface BatchInput extends SqlTarget, AwsInput {
  /** One SQL statement without a final semicolon, at most 65,536 characters. Parameters are written as `:name` or `:1`. */
  readonly sql: string;
  /** The values of the parameters, by name, for each execution: at least one set, and at most 4 MiB for all sets together. */
  readonly parameterSets: readonly SqlParameters[];
  /** The ID of a transaction that `beginTransaction` returned. Default: the batch is not part of a transaction. */
  readonly transactionId?: string | undefined;
}

/** Checks the members of {@link BatchInput}. */
export const batchInput = (): Parameters<typeof input<BatchInput>>[0] => ({
  ...sqlTarget(),
  sql: sqlStatement(),
  parameterSets: z.array(sqlParameters()).check(z.minLength(1)),
  transactionId: z.optional(transactionId()),
});
