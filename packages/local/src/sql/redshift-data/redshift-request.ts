import { AwsError } from '../responses/aws-error.js';

/** A parameter of the Redshift Data API. Its value is text, and Redshift determines its type. */
export interface RedshiftParameter {
  readonly name: string;
  readonly value: string;
}

/** The members of a request of the Redshift Data API. */
export interface RedshiftRequest {
  readonly ClientToken?: string | undefined;
  readonly ClusterIdentifier?: string | undefined;
  readonly Database?: string | undefined;
  readonly DbUser?: string | undefined;
  readonly ExecutionMode?: string | undefined;
  readonly Id?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Parameters?: readonly RedshiftParameter[] | undefined;
  readonly ResultFormat?: string | undefined;
  readonly SecretArn?: string | undefined;
  readonly SessionId?: string | undefined;
  readonly SessionKeepAliveSeconds?: number | undefined;
  readonly Sql?: string | undefined;
  readonly Sqls?: readonly string[] | undefined;
  readonly StatementName?: string | undefined;
  readonly Status?: string | undefined;
  readonly WaitTimeSeconds?: number | undefined;
  readonly WorkgroupName?: string | undefined;
}

/** The cluster or workgroup, the database and the user of a statement. */
export type RedshiftTarget = Pick<
  RedshiftRequest,
  'ClusterIdentifier' | 'WorkgroupName' | 'Database' | 'DbUser' | 'SecretArn'
>;

export function redshiftTarget(request: RedshiftTarget): RedshiftTarget {
  const { ClusterIdentifier, WorkgroupName, Database, DbUser, SecretArn } = request;
  if ((ClusterIdentifier === undefined) === (WorkgroupName === undefined)) {
    throw invalid('Provide either ClusterIdentifier or WorkgroupName.');
  }
  if (Database === undefined) throw invalid('Database is required.');
  return { ClusterIdentifier, WorkgroupName, Database, DbUser, SecretArn };
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

export function requiredMember<T>(value: T | null | undefined, member: string): T {
  if (value !== undefined && value !== null && value !== '') return value;
  const constraint = 'failed to satisfy constraint: Member must not be null';
  throw invalid(`1 validation error detected: Value null at '${member}' ${constraint}`);
}

/** Returns the time that a request waits for the end of a statement. */
export function waitTimeMs({ WaitTimeSeconds = 0 }: RedshiftRequest): number {
  if (WaitTimeSeconds < 0 || WaitTimeSeconds > 30) throw invalid('WaitTimeSeconds must be from 0 to 30.');
  return WaitTimeSeconds * 1_000;
}
