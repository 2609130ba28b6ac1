export { getObjectLockConfiguration, type GetObjectLockConfigurationInput } from './get-object-lock-configuration.js';
export type { DefaultRetention, ObjectLockConfiguration } from './object-lock-configuration.js';
export { putObjectLockConfiguration, type PutObjectLockConfigurationInput } from './put-object-lock-configuration.js';
