export { modifyDbInstance } from './modify-db-instance.js';
export type { ModifyDbInstanceInput } from './modify-db-instance-input.js';
export { rebootDbInstance, type RebootDbInstanceInput } from './reboot-db-instance.js';
export { startDbInstance, type StartDbInstanceInput } from './start-db-instance.js';
export { stopDbInstance, type StopDbInstanceInput } from './stop-db-instance.js';
