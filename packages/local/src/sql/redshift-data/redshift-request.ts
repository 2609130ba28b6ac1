import { AwsError } from '../answers/aws-error.js';

/** A value of the Redshift Data API is text; Redshift finds out its type. */
export interface RedshiftParameter {
  readonly name: string;
  readonly value: string;
}

/** What a request of the Redshift Data API may have in its body. */
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

/** Which cluster or workgroup, and as whom. */
export type RedshiftTarget = Pick<
  RedshiftRequest,
  'ClusterIdentifier' | 'WorkgroupName' | 'Database' | 'DbUser' | 'SecretArn'
>;

export function redshiftTarget(request: RedshiftTarget): RedshiftTarget {
  const { ClusterIdentifier, WorkgroupName, Database, DbUser, SecretArn } = request;
  if ((ClusterIdentifier === undefined) === (WorkgroupName === undefined)) {
    throw invalid('Either ClusterIdentifier or WorkgroupName has to be given, and not both.');
  }
  if (Database === undefined) throw invalid('Database has to be given.');
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

/** How long a request may wait for the end of a statement. */
export function waitTimeMs({ WaitTimeSeconds = 0 }: RedshiftRequest): number {
  if (WaitTimeSeconds < 0 || WaitTimeSeconds > 30) throw invalid('WaitTimeSeconds has to be from 0 to 30.');
  return WaitTimeSeconds * 1_000;
}
