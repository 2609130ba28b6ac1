import type { LayerSamples } from '../../../../tools/contract/layer.js';

const id = 'd9b6c0c9-0747-4bf4-b142-e8883122f766';
const target = { workgroupName: 'reports', database: 'dev' };

/** One good input per function, one good answer per AWS operation. */
export const queriesSamples: LayerSamples = {
  inputs: {
    cancelStatement: id,
    describeStatement: id,
    executeStatement: { ...target, sql: 'create table a (b int)' },
    explainQuery: { ...target, sql: 'select 1' },
    listStatements: {},
    query: { ...target, sql: 'select 1' },
    waitForStatement: { id, state: 'finished' },
  },
  answers: {
    CancelStatement: { Status: true },
    DescribeStatement: { Id: id, Status: 'FINISHED', HasResultSet: true, ResultRows: 1, Duration: 1_000_000 },
    ExecuteStatement: { Id: id, Status: 'FINISHED', HasResultSet: true },
    GetStatementResult: {
      ColumnMetadata: [{ name: 'QUERY PLAN', label: 'QUERY PLAN', typeName: 'varchar' }],
      Records: [[{ stringValue: 'XN Seq Scan on orders  (cost=0.00..1.00 rows=100 width=14)' }]],
    },
    ListStatements: { Statements: [{ Id: id, Status: 'FINISHED' }] },
  },
};
