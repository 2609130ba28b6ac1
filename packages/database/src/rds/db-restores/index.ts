export { restoreDbInstance, type RestoreDbInstanceInput } from './restore-db-instance.js';
export { restoreDbInstanceToTime, type RestoreDbInstanceToTimeInput } from './restore-db-instance-to-time.js';
export type { RestoreSettings } from './restore-settings.js';
