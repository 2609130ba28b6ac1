export { createRedshiftWorkgroup } from './create-redshift-workgroup.js';
export type { CreateRedshiftWorkgroupInput } from './create-redshift-workgroup-input.js';
export { deleteRedshiftWorkgroup, type DeleteRedshiftWorkgroupInput } from './delete-redshift-workgroup.js';
export { describeRedshiftWorkgroup, type DescribeRedshiftWorkgroupInput } from './describe-redshift-workgroup.js';
export { listRedshiftWorkgroups, type ListRedshiftWorkgroupsInput } from './list-redshift-workgroups.js';
export { type RedshiftWorkgroup, type RedshiftWorkgroupState, redshiftWorkgroupStates } from './redshift-workgroup.js';
export {
  type RedshiftWorkgroupGoal,
  redshiftWorkgroupGoals,
  waitForRedshiftWorkgroup,
  type WaitForRedshiftWorkgroupInput,
} from './wait-for-redshift-workgroup.js';
