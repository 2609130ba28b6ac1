export { clusterId, stepId, clusterName, s3Uri } from './emr-ids.js';
export { emr, emrRolePermissions } from './emr.js';
