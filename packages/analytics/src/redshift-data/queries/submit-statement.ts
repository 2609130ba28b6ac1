import { from, input, operation, type Operation, resource, type Schema, z } from '@arch/core/builder';
import { redshiftData } from '@arch/services/redshift-data';
import { ExecuteStatementCommand, ExecuteStatementOutput$ } from '@aws-sdk/client-redshift-data';

import { toSqlParameters } from '../sql-parameters.js';
import { sqlPermissions } from '../sql-target.js';
import { type SqlInput, sqlInput } from './sql-input.js';

/** What AWS answers to a statement that it has taken. */
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
    // Without WaitTimeSeconds: what is to be cancelled has to have an ID, and AWS would tell it at the end of the wait only.
    request: ({ sql, parameters }) => ({ Sql: sql, Parameters: toSqlParameters(parameters) }),
  }));

/** Hands a statement to AWS, by who does so. A retry is the same statement: AWS knows it by its token. */
export const submitStatement: Readonly<
  Record<'query' | 'executeStatement' | 'explainQuery', Operation<SqlInput, Submitted>>
> = {
  query: submitAs('query'),
  executeStatement: submitAs('executeStatement'),
  explainQuery: submitAs('explainQuery'),
};

/** Parses what AWS answers to a statement that it has taken. */
export const submitted = (): Schema<Submitted> =>
  resource<Submitted>(ExecuteStatementOutput$, { statementId: from('Id', z.string()) });
