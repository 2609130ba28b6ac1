import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';

/** The ID of all statements. */
export const statementId = 'd9b6c0c9-0747-4bf4-b142-e8883122f766';

/** The target of all statements. */
export const target = { workgroupName: 'reports', database: 'dev' };

/** A column as `GetStatementResult` describes it. */
export const column = (name: string, typeName: string): object => ({ name, label: name, typeName });

/** AWS's error for a statement that has no result, or no result yet. */
export const noResult: object = awsError(
  'ResourceNotFoundException',
  'Query does not have result. Please check query status with DescribeStatement.',
  { status: 404, members: { ResourceId: statementId } },
);

/** A fake AWS that accepts statements and returns one page of rows. */
export const fakeRedshift = (
  records: readonly object[][] = [[{ longValue: 1 }]],
  columns: readonly object[] = [column('n', 'int4')],
): FakeAws =>
  fakeAws({
    answers: {
      ExecuteStatement: { Id: statementId, Database: 'dev', WorkgroupName: 'reports' },
      BatchExecuteStatement: { Id: statementId, Database: 'dev', WorkgroupName: 'reports' },
      GetStatementResult: { ColumnMetadata: columns, Records: records, TotalNumRows: records.length },
      CancelStatement: { Status: true },
    },
  });

/** The AWS operations that were called, in their order. */
export const called = (aws: FakeAws): readonly string[] => aws.requests.map(({ operation }) => operation);
