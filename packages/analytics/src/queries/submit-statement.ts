import {
  type AwsInput,
  filled,
  from,
  input,
  operation,
  type Operation,
  resource,
  type Schema,
  z,
} from '@arch/core/builder';
import { DescribeStatementResponse$, ExecuteStatementCommand } from '@aws-sdk/client-redshift-data';

import { redshiftData } from '../clients/redshift-data.js';
import { type SqlParameters, sqlParameters, toSqlParameters } from './sql-parameters.js';
import { sqlPermissions, type SqlTarget, sqlTarget } from './sql-target.js';
import type { Statement } from './statement.js';

/** SQL with its parameters, and where it runs. */
export interface SqlInput extends SqlTarget, AwsInput {
  /** One statement, at most 100 KB; parameters stand in it as `:name`. */
  readonly sql: string;
  /** Values by name. They never become part of the text. */
  readonly parameters?: SqlParameters | undefined;
}

/** The members of a {@link SqlInput}, checked. */
export const sqlInput = (): Parameters<typeof input<SqlInput>>[0] => ({
  ...sqlTarget(),
  sql: z.string().check(
    z.refine((sql) => sql.trim() !== '' && Buffer.byteLength(sql, 'utf8') <= 102_400, {
      error: 'a statement of SQL of at most 100 KB',
    }),
  ),
  parameters: z.optional(sqlParameters()),
});

/** For how long AWS waits with its answer: less than an attempt may take. */
export const waitTimeSeconds = 20;

/** Hands a statement to AWS and waits for it as long as one answer may. A retry is the same statement: AWS knows it by its token. */
export const submitStatement: Operation<SqlInput, Statement> = operation(() => ({
  name: 'query',
  service: redshiftData,
  command: ExecuteStatementCommand,
  permissions: [{ action: 'redshift-data:ExecuteStatement', resources: ['cluster', 'workgroup'] }, ...sqlPermissions],
  input: input<SqlInput>(sqlInput()),
  output: submitted(),
  request: ({ sql, parameters = {} }) => ({
    Sql: sql,
    WaitTimeSeconds: waitTimeSeconds,
    Parameters: Object.keys(parameters).length > 0 ? toSqlParameters(parameters) : undefined,
  }),
}));

const submitted = (): Schema<Statement> =>
  resource<Statement>(DescribeStatementResponse$, {
    id: z.string(),
    // Absent where AWS does not wait.
    status: { type: z.string(), read: (value) => value ?? 'SUBMITTED' },
    error: filled(),
    queryString: filled(),
    hasResultSet: z.optional(z.boolean()),
    resultRows: z.optional(z.number()),
    resultSizeBytes: from('ResultSize', z.optional(z.number())),
    durationNs: from('Duration', z.optional(z.number())),
    createdAt: z.optional(z.date()),
    updatedAt: z.optional(z.date()),
    database: filled(),
    workgroupName: filled(),
    clusterIdentifier: filled(),
  });
