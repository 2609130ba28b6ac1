export { type DbEngine, dbEngines } from '../db-engines.js';
export type { DbInstanceSettings } from '../db-instance-settings.js';
export { type DbStorageType, dbStorageTypes } from '../db-storage.js';
export { createDbInstance } from './create-db-instance.js';
export type { CreateDbInstanceInput } from './create-db-instance-input.js';
export { type DbEndpoint, dbInstance, type DbInstance } from './db-instance.js';
export { dbInstanceChange, type DbInstanceChange } from './db-instance-change.js';
export { type DbInstanceState, dbInstanceStates } from './db-instance-state.js';
export { type DeletedDbInstance, deleteDbInstance, type DeleteDbInstanceInput } from './delete-db-instance.js';
export { describeDbInstance, type DescribeDbInstanceInput } from './describe-db-instance.js';
export { listDbInstances, type ListDbInstancesInput } from './list-db-instances.js';
export {
  type DbInstanceGoal,
  dbInstanceGoals,
  waitForDbInstance,
  type WaitForDbInstanceInput,
} from './wait-for-db-instance.js';
