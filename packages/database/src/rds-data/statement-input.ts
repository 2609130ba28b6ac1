import { type AwsInput, type input, secret, z } from '@arch/core/builder';

import { type SqlParameters, sqlParameters } from './sql-parameters.js';
import { type SqlTarget, sqlTarget, transactionId } from './sql-target.js';

/** SQL with its parameters, and where it runs. */
export interface StatementInput extends SqlTarget, AwsInput {
  /** One statement of at most 65,536 characters; it contains parameters as `:name` or `:1`. */
  readonly sql: string;
  /** Values by name. They never become part of the text. */
  readonly parameters?: SqlParameters | undefined;
  /** Of a transaction that `beginTransaction` has begun. Default: the statement is one of its own. */
  readonly transactionId?: string | undefined;
  /** `true`: AWS lets it go on when its 45 seconds are over, for `create`, `alter` and `drop`. Default `false`. */
  readonly continueAfterTimeout?: boolean | undefined;
}

/** The members of a {@link StatementInput}, checked. */
export const statementInput = (): Parameters<typeof input<StatementInput>>[0] => ({
  ...sqlTarget(),
  sql: sqlStatement(),
  parameters: z.optional(sqlParameters()),
  transactionId: z.optional(transactionId()),
  continueAfterTimeout: z.optional(z.boolean()),
});

/** A statement's text, checked. */
export const sqlStatement = (): z.ZodMiniType<string> =>
  secret(
    z.string().check(
      z.refine((sql) => sql.trim() !== '' && sql.length <= 65_536, {
        error: 'a statement of SQL of at most 65,536 characters',
      }),
    ),
  );
