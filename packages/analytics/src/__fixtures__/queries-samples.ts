import type { LayerSamples } from '@arch/contract';

const Id = 'd9b6c0c9-0747-4bf4-b142-e8883122f766';
const target = { workgroupName: 'reports', database: 'dev' };

/** One valid input per function, one valid response per AWS operation. */
export const queriesSamples: LayerSamples = {
  inputs: {
    cancelStatement: Id,
    describeStatement: Id,
    executeStatement: { ...target, sql: 'create table a (b int)' },
    executeStatements: { ...target, sqls: ['create table a (b int)', 'select 1'] },
    explainQuery: { ...target, sql: 'select 1' },
    listStatements: {},
    query: { ...target, sql: 'select 1' },
    waitForStatement: { statementId: Id, state: 'finished' },
  },
  answers: {
    BatchExecuteStatement: { Id, Database: 'dev', WorkgroupName: 'reports' },
    CancelStatement: { Status: true },
    DescribeStatement: {
      Id,
      Status: 'FINISHED',
      HasResultSet: true,
      ResultRows: 1,
      ResultSize: 11,
      Duration: 1_000_000,
      SubStatements: [
        { Id: `${Id}:1`, Status: 'FINISHED', HasResultSet: false, ResultRows: 0, Duration: 400_000 },
        { Id: `${Id}:2`, Status: 'FINISHED', HasResultSet: true, ResultRows: 1, Duration: 600_000 },
      ],
    },
    ExecuteStatement: { Id, Database: 'dev', WorkgroupName: 'reports' },
    GetStatementResult: {
      ColumnMetadata: [{ name: 'QUERY PLAN', label: 'QUERY PLAN', typeName: 'varchar' }],
      Records: [[{ stringValue: 'XN Seq Scan on orders  (cost=0.00..1.00 rows=100 width=14)' }]],
      TotalNumRows: 1,
    },
    ListStatements: { Statements: [{ Id, Status: 'FINISHED', QueryString: 'select 1' }] },
  },
};
