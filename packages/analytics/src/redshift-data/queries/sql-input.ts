import { type AwsInput, type input, secret, text, z } from '@arch/core/builder';

import { type SqlParameters, sqlParameters } from '../sql-parameters.js';
import { type SqlTarget, sqlTarget } from '../sql-target.js';

/** A SQL statement, its parameters and its target. */
export interface SqlInput extends SqlTarget, AwsInput {
  /** One SQL statement of at most 100 KB. Parameters have the form `:name` or `:1`. */
  readonly sql: string;
  /** Values of the parameters by name. AWS receives them separately from the SQL, which prevents SQL injection. */
  readonly parameters?: SqlParameters | undefined;
  /** Name of the statement for `listStatements`, 1–500 characters. */
  readonly statementName?: string | undefined;
}

/** Checks the members of a {@link SqlInput}. */
export const sqlInput = (): Parameters<typeof input<SqlInput>>[0] => ({
  ...sqlTarget(),
  sql: sqlStatement(),
  parameters: z.optional(sqlParameters()),
  statementName: z.optional(text(1, 500)),
});

/** Checks the text of a statement. */
export const sqlStatement = (): z.ZodMiniType<string> =>
  secret(
    z.string().check(
      z.refine((sql) => sql.trim() !== '' && Buffer.byteLength(sql, 'utf8') <= 102_400, {
        error: 'a SQL statement of at most 100 KB',
      }),
    ),
  );
