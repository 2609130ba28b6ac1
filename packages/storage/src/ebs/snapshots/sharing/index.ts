export { describeSnapshotAttribute, type DescribeSnapshotAttributeInput } from './describe-snapshot-attribute.js';
export {
  modifySnapshotAttribute,
  type ModifySnapshotAttributeInput,
  type SnapshotUser,
} from './modify-snapshot-attribute.js';
export { resetSnapshotAttribute, type ResetSnapshotAttributeInput } from './reset-snapshot-attribute.js';
export type { CreateVolumePermission, SnapshotAttribute } from './snapshot-attribute.js';
