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

/** The statuses of a statement. `FINISHED`, `FAILED` and `ABORTED` are final. */
export const statementStatuses = ['SUBMITTED', 'PICKED', 'STARTED', 'FINISHED', 'FAILED', 'ABORTED'] as const;
export type StatementStatus = Open<(typeof statementStatuses)[number]>;

/** The status and the result of a statement, also of a statement in a batch. */
export interface StatementOutcome {
  /** ID of the statement, e.g. `d9b6c0c9-0747-4bf4-b142-e8883122f766`; in a batch with the suffix `:1`, `:2` and so on. */
  readonly statementId: string;
  /** Status of the statement. */
  readonly status: StatementStatus;
  /** Error message of the database, if the statement failed. */
  readonly error?: string | undefined;
  /** SQL of the statement. */
  readonly queryString?: string | undefined;
  /** Whether the statement returns rows; the result can be empty. */
  readonly hasResultSet?: boolean | undefined;
  /** Number of rows in the result, or of rows that were inserted, updated or deleted. Absent if AWS does not know it. */
  readonly resultRows?: number | undefined;
  /** Size of the result in bytes. Absent if AWS does not know it. */
  readonly resultSizeBytes?: number | undefined;
  /** Duration of the statement in milliseconds. Absent until it has ended. */
  readonly durationMs?: number | undefined;
  /** Time at which the statement was submitted. */
  readonly createdAt?: Date | undefined;
  /** Time of the last change of the status. */
  readonly updatedAt?: Date | undefined;
}

/** A statement of the Data API. https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_DescribeStatement.html */
export interface Statement extends StatementOutcome, AwsResource {
  /** Name of the database. */
  readonly database?: string | undefined;
  /** Name of the workgroup. Absent for a cluster. */
  readonly workgroupName?: string | undefined;
  /** Identifier of the cluster. Absent for a workgroup. */
  readonly clusterIdentifier?: string | undefined;
  /** The statements of a batch, in their order. */
  readonly subStatements: readonly StatementOutcome[];
}

/** Parses one `DescribeStatement` response. */
export const statement = (): Schema<Statement> =>
  resource<Statement>(DescribeStatementResponse$, {
    ...outcome(),
    database: optionalString(),
    workgroupName: optionalString(),
    clusterIdentifier: optionalString(),
    subStatements: list(resource<StatementOutcome>(SubStatementData$, outcome())),
  });

/** Checks the ID of a statement. */
export const statementId = (): z.ZodMiniType<string> =>
  text(1, 64).check(
    z.regex(
      /^[a-z0-9]{8}(-[a-z0-9]{4}){3}-[a-z0-9]{12}(:\d+)?$/,
      'the ID of a statement such as d9b6c0c9-0747-4bf4-b142-e8883122f766, in a batch with a suffix such as :1',
    ),
  );

/** Returns whether a statement has ended. */
export const isStatementOver = ({ status }: { readonly status: StatementStatus }): boolean =>
  ['FINISHED', 'FAILED', 'ABORTED'].includes(status);

const outcome = (): Parameters<typeof resource<StatementOutcome>>[1] => ({
  statementId: from('Id', z.string()),
  status: openEnum(statementStatuses),
  error: optionalString(),
  queryString: optionalString(),
  hasResultSet: z.optional(z.boolean()),
  resultRows: knownNumber('ResultRows'),
  resultSizeBytes: knownNumber('ResultSize'),
  durationMs: knownNumber('Duration', 1_000_000),
  createdAt: z.optional(z.date()),
  updatedAt: z.optional(z.date()),
});

/** A number that AWS returns as -1 if it does not know it. */
const knownNumber = (path: string, divisor = 1): ReturnType<typeof from<number | undefined>> =>
  from(path, {
    type: z.optional(z.number()),
    read: (value) => (typeof value === 'number' ? (value < 0 ? undefined : value / divisor) : value),
  });
