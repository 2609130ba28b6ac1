export {
  dbInstanceName,
  dbTags,
  ownDbSnapshotName,
  dbSnapshotName,
  subnetGroupName,
  ownSubnetGroupName,
  parameterGroupName,
  instanceClass,
  databasePort,
  retentionDays,
} from './db-names.js';
export { rds } from './rds.js';
