import {
  type AwsInput,
  type AwsResource,
  filled,
  input,
  listOperation,
  type ListOperation,
  resource,
  text,
  z,
} from '@arch/core/builder';
import { ListStatementsCommand, StatementData$ } from '@aws-sdk/client-redshift-data';

import { redshiftData } from '../clients/redshift-data.js';
import type { StatementStatus } from './statement.js';

export interface ListStatementsInput extends AwsInput {
  /** `ALL`, or one status. Default `ALL`; AWS's default is `FINISHED`. */
  readonly status?: StatementStatus | 'ALL' | undefined;
  readonly database?: string | undefined;
  readonly workgroupName?: string | undefined;
  readonly clusterIdentifier?: string | undefined;
}

/** A statement as a listing has it. */
export interface ListedStatement extends AwsResource {
  readonly id: string;
  readonly status?: StatementStatus | undefined;
  readonly queryString?: string | undefined;
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
}

/**
 * Lists the statements of the caller's role of the last 24 hours, the newest first.
 *
 * @example
 * for await (const { id, queryString } of listStatements({ status: 'STARTED' })) console.log(id, queryString);
 * @see https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_ListStatements.html
 */
export const listStatements: ListOperation<ListStatementsInput, ListedStatement> = listOperation(() => ({
  name: 'listStatements',
  service: redshiftData,
  command: ListStatementsCommand,
  permissions: ['redshift-data:ListStatements'],
  input: input<ListStatementsInput>({
    status: z.optional(text(1, 32)),
    database: z.optional(text(1, 127)),
    workgroupName: z.optional(text(3, 128)),
    clusterIdentifier: z.optional(text(1, 63)),
  }),
  item: resource<ListedStatement>(StatementData$, {
    id: z.string(),
    status: filled(),
    queryString: filled(),
    createdAt: z.optional(z.date()),
    updatedAt: z.optional(z.date()),
  }),
  request: ({ status = 'ALL' }) => ({ Status: status as never }),
  items: ({ Statements }) => Statements,
  pages: { token: 'NextToken', size: { member: 'MaxResults', least: 1, most: 100 } },
}));
