export { type BegunTransaction, beginTransaction, type BeginTransactionInput } from './begin-transaction.js';
export { commitTransaction, type CommitTransactionInput } from './commit-transaction.js';
export type { ListRowsOptions, SqlTransaction } from './open-transaction.js';
export { type RdsDatabase, rdsDatabase } from './rds-database.js';
export { rollbackTransaction, type RollbackTransactionInput } from './rollback-transaction.js';
export type { SqlScope } from './sql-scope.js';
export { type RunTransactionInput, transaction, type Transaction, type TransactionWork } from './transaction.js';
export type { TransactionInput } from './transaction-input.js';
