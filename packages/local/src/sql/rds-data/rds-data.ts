import { AwsError } from '../responses/aws-error.js';
import type { Connection } from '../postgres/database.js';
import type { Databases } from '../postgres/databases.js';
import { rdsError } from './rds-error.js';
import { rdsBatchExecute, rdsExecute, type RdsStatement } from './rds-execute.js';
import type { SqlParameter } from './rds-parameters.js';
import { rdsTransactions, type RdsTransactionsOptions } from './rds-transactions.js';

/** The members of a request of the RDS Data API. */
export interface RdsDataRequest extends Partial<RdsStatement> {
  readonly resourceArn?: string | undefined;
  readonly secretArn?: string | undefined;
  readonly database?: string | undefined;
  readonly transactionId?: string | undefined;
  readonly parameterSets?: readonly (readonly SqlParameter[])[] | undefined;
}

export interface RdsData {
  /** The operations by their path, e.g. `/Execute`. */
  readonly operations: Readonly<Record<string, (request: RdsDataRequest) => Promise<unknown>>>;
  /** Rolls back open transactions. */
  stop(): Promise<void>;
}

/** The RDS Data API for Aurora PostgreSQL. */
export function rdsData(databases: Databases, options: RdsTransactionsOptions = {}): RdsData {
  const transactions = rdsTransactions(options);
  const execute: OnConnection = async (request, work) => {
    const { resourceArn, transactionId, database } = withRequired(request, ['resourceArn', 'secretArn', 'sql']);
    if (transactionId !== undefined) return transactions.use(transactionId, { resourceArn, database }, work);
    const connection = await databases.open(resourceArn, database ?? defaultDatabase).connect(options);
    try {
      return await work(connection);
    } finally {
      await connection.release();
    }
  };
  const end = async (request: RdsDataRequest, how: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
    const { resourceArn, transactionId } = withRequired(request, ['resourceArn', 'secretArn', 'transactionId']);
    await transactions.end(transactionId, { resourceArn }, how);
  };
  const operations: RdsData['operations'] = {
    '/Execute': (request) => execute(request, (connection) => rdsExecute(connection, withRequired(request, ['sql']))),
    '/BatchExecute': (request) =>
      execute(request, (connection) => rdsBatchExecute(connection, withRequired(request, ['sql']))),
    '/BeginTransaction': async (request) => {
      const { resourceArn, database = defaultDatabase } = withRequired(request, ['resourceArn', 'secretArn']);
      const owner = { resourceArn, database };
      return { transactionId: transactions.begin(owner, databases.open(resourceArn, database)) };
    },
    '/CommitTransaction': async (request) => {
      await end(request, 'COMMIT');
      return { transactionStatus: 'Transaction Committed' };
    },
    '/RollbackTransaction': async (request) => {
      await end(request, 'ROLLBACK');
      return { transactionStatus: 'Rollback Complete' };
    },
    '/ExecuteSql': async () => {
      throw new AwsError(
        'BadRequestException',
        'This API is deprecated and not available. Use ExecuteStatement API instead',
      );
    },
  };
  return {
    operations: Object.fromEntries(Object.entries(operations).map(([path, run]) => [path, withRdsErrors(run)])),
    stop: () => transactions.stop(),
  };
}

type OnConnection = (request: RdsDataRequest, work: (connection: Connection) => Promise<unknown>) => Promise<unknown>;

/** The database that Aurora PostgreSQL uses if a request contains none. */
const defaultDatabase = 'postgres';

function withRdsErrors<I>(run: (request: I) => Promise<unknown>): (request: I) => Promise<unknown> {
  return async (request) => {
    try {
      return await run(request);
    } catch (error) {
      throw rdsError(error);
    }
  };
}

function withRequired<K extends keyof RdsDataRequest>(
  request: RdsDataRequest,
  members: readonly K[],
): RdsDataRequest & { readonly [M in K]-?: NonNullable<RdsDataRequest[M]> } {
  for (const member of members) {
    const value = request[member];
    if (value === undefined || value === null || value === '') {
      throw new AwsError('BadRequestException', `${member} is required`);
    }
  }
  return request as RdsDataRequest & { readonly [M in K]-?: NonNullable<RdsDataRequest[M]> };
}
