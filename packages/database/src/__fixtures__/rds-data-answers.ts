import { type FakeAws, fakeAws } from '@arch/core/testing';

/** The database of all SQL in tests. */
export const target = {
  resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:shop',
  secretArn:
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11-AbCdEf',
  database: 'shop',
};

/** The ID of all transactions in tests. */
export const transactionId = 'AbCdEfGh0123456789+/AbCdEfGh0123456789==';

/** Returns a column in AWS's form. */
export const column = (name: string, typeName: string): object => ({ name, label: name, typeName });

/** Returns a fake AWS whose database returns the same rows for every statement. */
export const answering = (
  records: readonly object[][] = [[{ longValue: 1 }]],
  columns: readonly object[] = [column('n', 'int4')],
): FakeAws =>
  fakeAws({
    answers: {
      ExecuteStatement: { records, columnMetadata: columns, numberOfRecordsUpdated: 0 },
      BatchExecuteStatement: { updateResults: [] },
      BeginTransaction: { transactionId },
      CommitTransaction: { transactionStatus: 'Transaction Committed' },
      RollbackTransaction: { transactionStatus: 'Rollback Complete' },
    },
  });

/** Returns the operations of all requests, in order. */
export const called = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);
