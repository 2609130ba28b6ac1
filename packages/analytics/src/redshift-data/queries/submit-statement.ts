import { from, input, operation, type Operation, resource, type Schema, z } from '@arch/core/builder';
import { redshiftData } from '@arch/services/redshift-data';
import { ExecuteStatementCommand, ExecuteStatementOutput$ } from '@aws-sdk/client-redshift-data';

import { toSqlParameters } from '../sql-parameters.js';
import { sqlPermissions } from '../sql-target.js';
import { type SqlInput, sqlInput } from './sql-input.js';

/** A statement that AWS has accepted. */
export interface Submitted {
  readonly statementId: string;
}

const submitAs = (name: string): Operation<SqlInput, Submitted> =>
  operation(() => ({
    name,
    service: redshiftData,
    command: ExecuteStatementCommand,
    permissions: [{ action: 'redshift-data:ExecuteStatement', resources: ['cluster', 'workgroup'] }, ...sqlPermissions],
    input: input<SqlInput>(sqlInput()),
    output: submitted(),
    // Without WaitTimeSeconds: a cancellation requires the ID, which AWS would return only at the end of the wait.
    request: ({ sql, parameters }) => ({ Sql: sql, Parameters: toSqlParameters(parameters) }),
  }));

/**
 * Operations that submit a statement, by the name of the calling function. A retry has the same idempotency token, so AWS runs the
 * statement once.
 */
export const submitStatement: Readonly<
  Record<'query' | 'executeStatement' | 'explainQuery', Operation<SqlInput, Submitted>>
> = {
  query: submitAs('query'),
  executeStatement: submitAs('executeStatement'),
  explainQuery: submitAs('explainQuery'),
};

/** Parses one `ExecuteStatement` response. */
export const submitted = (): Schema<Submitted> =>
  resource<Submitted>(ExecuteStatementOutput$, { statementId: from('Id', z.string()) });
