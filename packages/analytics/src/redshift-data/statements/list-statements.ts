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
  /** `ALL`, or one status. Default `ALL`; AWS's own default is `FINISHED`. */
  readonly status?: StatementStatus | 'ALL' | undefined;
  /** How the statements' names begin. */
  readonly statementName?: string | undefined;
  /** `false` for the current session of the caller's role only. Default `true`: all that the role has run. */
  readonly roleLevel?: boolean | undefined;
  readonly database?: string | undefined;
  readonly workgroupName?: string | undefined;
  readonly clusterIdentifier?: string | undefined;
}

/** A statement as a listing has it. */
export interface ListedStatement extends AwsResource {
  readonly statementId: string;
  readonly status?: StatementStatus | undefined;
  readonly statementName?: string | undefined;
  readonly queryString?: string | undefined;
  /** The statements of a batch. */
  readonly queryStrings: readonly string[];
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
}

/**
 * Lists the statements of the caller's role of the last 24 hours, the newest first.
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
