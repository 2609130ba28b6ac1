import { type AwsInput, type input, secret, z } from '@arch/core/builder';

import { type SqlParameters, sqlParameters } from './sql-parameters.js';
import { type SqlTarget, sqlTarget, transactionId } from './sql-target.js';

/** An SQL statement with its parameters and its database. */
export interface StatementInput extends SqlTarget, AwsInput {
  /** One SQL statement, at most 65,536 characters. Parameters are written as `:name` or `:1`. */
  readonly sql: string;
  /** The values of the parameters, by name. They never become part of the SQL text. Default: none. */
  readonly parameters?: SqlParameters | undefined;
  /** The ID of a transaction that `beginTransaction` returned. Default: AWS commits the changes of the statement. */
  readonly transactionId?: string | undefined;
  /**
   * Whether the statement continues after AWS's timeout of 45 seconds. For `create`, `alter` and `drop`, which could otherwise leave damaged
   * structures. Default: `false`.
   */
  readonly continueAfterTimeout?: boolean | undefined;
}

/** Checks the members of {@link StatementInput}. */
export const statementInput = (): Parameters<typeof input<StatementInput>>[0] => ({
  ...sqlTarget(),
  sql: sqlStatement(),
  parameters: z.optional(sqlParameters()),
  transactionId: z.optional(transactionId()),
  continueAfterTimeout: z.optional(z.boolean()),
});

/** Checks the text of a statement. */
export const sqlStatement = (): z.ZodMiniType<string> =>
  secret(
    z.string().check(
      z.refine((sql) => sql.trim() !== '' && sql.length <= 65_536, {
        error: 'an SQL statement of at most 65,536 characters',
      }),
    ),
  );
