export { disableSnapshotBlockPublicAccess } from './disable-snapshot-block-public-access.js';
export {
  enableSnapshotBlockPublicAccess,
  type EnableSnapshotBlockPublicAccessInput,
} from './enable-snapshot-block-public-access.js';
export { getSnapshotBlockPublicAccessState } from './get-snapshot-block-public-access-state.js';
export {
  type SnapshotBlockPublicAccess,
  type SnapshotBlockPublicAccessState,
  snapshotBlockPublicAccessStates,
} from './snapshot-block-public-access.js';
