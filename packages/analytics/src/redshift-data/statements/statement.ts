import {
  type AwsResource,
  optionalString,
  from,
  list,
  type Open,
  openEnum,
  resource,
  type Schema,
  text,
  z,
} from '@arch/core/builder';
import { DescribeStatementResponse$, SubStatementData$ } from '@aws-sdk/client-redshift-data';

/** States of a statement; all after `STARTED` are final. */
export const statementStatuses = ['SUBMITTED', 'PICKED', 'STARTED', 'FINISHED', 'FAILED', 'ABORTED'] as const;
export type StatementStatus = Open<(typeof statementStatuses)[number]>;

/** What is known of a statement, and of each in a batch. */
export interface StatementOutcome {
  /** e.g. `d9b6c0c9-0747-4bf4-b142-e8883122f766`; in a batch `…:1`, `…:2` and so on. */
  readonly statementId: string;
  readonly status: StatementStatus;
  /** What the database said when it failed. */
  readonly error?: string | undefined;
  readonly queryString?: string | undefined;
  /** Whether there are rows to get, be they none. */
  readonly hasResultSet?: boolean | undefined;
  /** Rows of the result, or rows that were inserted, changed or deleted; absent where neither is known. */
  readonly resultRows?: number | undefined;
  readonly resultSizeBytes?: number | undefined;
  /** How long it ran; absent until it is over. */
  readonly durationMs?: number | undefined;
  readonly createdAt?: Date | undefined;
  readonly updatedAt?: Date | undefined;
}

/** A statement of the Data API. https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_DescribeStatement.html */
export interface Statement extends StatementOutcome, AwsResource {
  readonly database?: string | undefined;
  readonly workgroupName?: string | undefined;
  readonly clusterIdentifier?: string | undefined;
  /** The statements of a batch, in their order. */
  readonly subStatements: readonly StatementOutcome[];
}

/** Parses the answer about one statement. */
export const statement = (): Schema<Statement> =>
  resource<Statement>(DescribeStatementResponse$, {
    ...outcome(),
    database: optionalString(),
    workgroupName: optionalString(),
    clusterIdentifier: optionalString(),
    subStatements: list(resource<StatementOutcome>(SubStatementData$, outcome())),
  });

/** A statement's ID, checked. */
export const statementId = (): z.ZodMiniType<string> =>
  text(1, 64).check(
    z.regex(
      /^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\d+)?$/,
      'the ID of a statement such as d9b6c0c9-0747-4bf4-b142-e8883122f766, or of one in a batch, with :1 after it',
    ),
  );

/** Whether a statement goes on no more. */
export const isStatementOver = ({ status }: { readonly status: StatementStatus }): boolean =>
  ['FINISHED', 'FAILED', 'ABORTED'].includes(status);

const outcome = (): Parameters<typeof resource<StatementOutcome>>[1] => ({
  statementId: from('Id', z.string()),
  status: openEnum(statementStatuses),
  error: optionalString(),
  queryString: optionalString(),
  hasResultSet: z.optional(z.boolean()),
  resultRows: known('ResultRows'),
  resultSizeBytes: known('ResultSize'),
  durationMs: known('Duration', 1_000_000),
  createdAt: z.optional(z.date()),
  updatedAt: z.optional(z.date()),
});

/** A number that AWS writes as -1 where it has none. */
const known = (path: string, divisor = 1): ReturnType<typeof from<number | undefined>> =>
  from(path, {
    type: z.optional(z.number()),
    read: (value) => (typeof value === 'number' ? (value < 0 ? undefined : value / divisor) : value),
  });
