import {
  type AwsInput,
  type AwsResource,
  optionalString,
  from,
  input,
  list,
  listOperation,
  type ListOperation,
  openEnum,
  resource,
  text,
  z,
} from '@arch/core/builder';
import { redshiftData } from '@arch/services/redshift-data';
import { ListStatementsCommand, StatementData$ } from '@aws-sdk/client-redshift-data';

import { type StatementStatus, statementStatuses } from './statement.js';

export interface ListStatementsInput extends AwsInput {
  /** One status, or `ALL`. Default: `ALL`, unlike AWS's default `FINISHED`. */
  readonly status?: StatementStatus | 'ALL' | undefined;
  /** Prefix of the statements' names, 1–500 characters. */
  readonly statementName?: string | undefined;
  /** Whether statements of all sessions of the caller's IAM role are listed, or only those of the current session. Default: `true`. */
  readonly roleLevel?: boolean | undefined;
  /** Name of a database. Default: all databases. */
  readonly database?: string | undefined;
  /** Name or ARN of a workgroup of Redshift Serverless. Default: all workgroups and clusters. */
  readonly workgroupName?: string | undefined;
  /** Identifier of a provisioned cluster. Default: all workgroups and clusters. */
  readonly clusterIdentifier?: string | undefined;
}

/** A statement in a listing. */
export interface ListedStatement extends AwsResource {
  /** ID of the statement or batch. */
  readonly statementId: string;
  /** Status of the statement. */
  readonly status?: StatementStatus | undefined;
  /** Name of the statement. */
  readonly statementName?: string | undefined;
  /** SQL of the statement. Absent for a batch. */
  readonly queryString?: string | undefined;
  /** SQL of the statements of a batch. */
  readonly queryStrings: readonly string[];
  /** Time at which the statement was submitted. */
  readonly createdAt?: Date | undefined;
  /** Time of the last change of the status. */
  readonly updatedAt?: Date | undefined;
}

/**
 * Lists the statements that the caller's IAM role submitted in the last 24 hours, 100 per request, one page ahead of the consumer. The
 * newest comes first.
 *
 * @example
 * for await (const { statementId, queryString } of listStatements({ status: 'STARTED' })) console.log(statementId, queryString);
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ListStatements.html
 */
export const listStatements: ListOperation<ListStatementsInput, ListedStatement> = listOperation(() => ({
  name: 'listStatements',
  service: redshiftData,
  command: ListStatementsCommand,
  permissions: ['redshift-data:ListStatements'],
  input: input<ListStatementsInput>({
    status: z.optional(z.enum([...statementStatuses, 'ALL'])),
    statementName: z.optional(text(1, 500)),
    roleLevel: z.optional(z.boolean()),
    database: z.optional(text(1, 127)),
    workgroupName: z.optional(text(3, 256)),
    clusterIdentifier: z.optional(text(1, 63)),
  }),
  item: resource<ListedStatement>(StatementData$, {
    statementId: from('Id', z.string()),
    status: z.optional(openEnum(statementStatuses)),
    statementName: optionalString(),
    queryString: optionalString(),
    queryStrings: list(z.string()),
    createdAt: z.optional(z.date()),
    updatedAt: z.optional(z.date()),
  }),
  request: ({ status = 'ALL' }) => ({ Status: status as never }),
  items: ({ Statements }) => Statements,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
}));
