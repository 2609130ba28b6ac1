import { type FakeAws, fakeAws } from '@arch/core/testing';

/** Where all SQL runs. */
export const target = {
  resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:shop',
  secretArn:
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!cluster-a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11-AbCdEf',
  database: 'shop',
};

/** The ID of all transactions. */
export const transactionId = 'AbCdEfGh0123456789+/AbCdEfGh0123456789==';

/** A column as AWS describes it. */
export const column = (name: string, typeName: string): object => ({ name, label: name, typeName });

/** An AWS whose database gives some rows to every statement. */
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

/** The AWS operations that were called, in their order. */
export const called = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);
