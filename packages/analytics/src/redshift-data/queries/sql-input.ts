import { type AwsInput, type input, secret, text, z } from '@arch/core/builder';

import { type SqlParameters, sqlParameters } from '../sql-parameters.js';
import { type SqlTarget, sqlTarget } from '../sql-target.js';

/** SQL with its parameters, and where it runs. */
export interface SqlInput extends SqlTarget, AwsInput {
  /** One statement, at most 100 KB; it contains parameters as `:name` or `:1`. */
  readonly sql: string;
  /** Values by name. They never become part of the text. */
  readonly parameters?: SqlParameters | undefined;
  /** A name by which `listStatements` finds it. */
  readonly statementName?: string | undefined;
}

/** The members of a {@link SqlInput}, checked. */
export const sqlInput = (): Parameters<typeof input<SqlInput>>[0] => ({
  ...sqlTarget(),
  sql: sqlStatement(),
  parameters: z.optional(sqlParameters()),
  statementName: z.optional(text(1, 500)),
});

/** A statement's text, checked. */
export const sqlStatement = (): z.ZodMiniType<string> =>
  secret(
    z.string().check(
      z.refine((sql) => sql.trim() !== '' && Buffer.byteLength(sql, 'utf8') <= 102_400, {
        error: 'a statement of SQL of at most 100 KB',
      }),
    ),
  );
