import { type AwsResource, filled, from, type Open, openEnum, resource, type Schema, z } from '@arch/core/builder';
import { DescribeStatementResponse$ } from '@aws-sdk/client-redshift-data';

/** States of a statement; all after `STARTED` are final. */
export const statementStatuses = ['SUBMITTED', 'PICKED', 'STARTED', 'FINISHED', 'FAILED', 'ABORTED'] as const;
export type StatementStatus = Open<(typeof statementStatuses)[number]>;

/** A statement of the Data API. https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_DescribeStatement.html */
export interface Statement extends AwsResource {
  readonly id: string;
  readonly status: StatementStatus;
  /** Why it failed. */
  readonly error?: string | undefined;
  readonly queryString?: string | undefined;
  /** Whether there are rows. */
  readonly hasResultSet?: boolean | undefined;
  /** Rows of the result, or rows that were changed; -1 where neither is. */
  readonly resultRows?: number | undefined;
  readonly resultSizeBytes?: number | undefined;
  /** How long it ran, in nanoseconds. */
  readonly durationNs?: number | undefined;
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
  readonly database?: string | undefined;
  readonly workgroupName?: string | undefined;
  readonly clusterIdentifier?: string | undefined;
}

/** Parses the answer about one statement. */
export const statement = (): Schema<Statement> =>
  resource<Statement>(DescribeStatementResponse$, {
    id: z.string(),
    status: openEnum(statementStatuses),
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

/** Whether a statement goes on no more. */
export const isOver = (status: string): boolean => ['FINISHED', 'FAILED', 'ABORTED'].includes(status);
