import type { LayerSamples } from '@arch/contract';

const target = {
  resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:shop',
  secretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf',
};
const transactionId = 'AbCdEfGh0123456789+/AbCdEfGh0123456789==';

/** One valid input per function, one valid response per AWS operation. */
export const sqlSamples: LayerSamples = {
  jsonMembers: ['sql.parameters.shop.json', 'sqlBatch.parameterSets.0.id.json'],
  inputs: {
    beginTransaction: { ...target, database: 'shop' },
    commitTransaction: { ...target, transactionId },
    rollbackTransaction: { ...target, transactionId },
    sql: { ...target, sql: 'select id from orders where shop = :shop', parameters: { shop: 7 } },
    sqlBatch: { ...target, sql: 'insert into orders (id) values (:id)', parameterSets: [{ id: 1 }, { id: 2 }] },
    transaction: { ...target, work: () => Promise.resolve('done') },
  },
  answers: {
    BatchExecuteStatement: { updateResults: [{ generatedFields: [] }, { generatedFields: [] }] },
    BeginTransaction: { transactionId },
    CommitTransaction: { transactionStatus: 'Transaction Committed' },
    ExecuteStatement: {
      columnMetadata: [{ name: 'id', label: 'id', typeName: 'int4' }],
      records: [[{ longValue: 1 }]],
      numberOfRecordsUpdated: 0,
    },
    RollbackTransaction: { transactionStatus: 'Rollback Complete' },
  },
};
