export {
  clusterName,
  newSnapshotName,
  snapshotName,
  databaseName,
  adminName,
  manualRetentionDays,
} from './redshift-names.js';
export { redshift } from './redshift.js';
