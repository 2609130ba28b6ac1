export { archiveObject } from './archive-object.js';
export { archiveClasses, type ArchiveClass, type ArchivedObject, type ArchiveObjectInput } from './archived-object.js';
export { describeObjectRetention, type DescribeObjectRetentionInput } from './describe-object-retention.js';
export { getArchivedObject, type GetArchivedObjectInput } from './get-archived-object.js';
export { getObjectLegalHold, type GetObjectLegalHoldInput, type ObjectLegalHold } from './get-object-legal-hold.js';
export type { ObjectRetention } from './object-retention.js';
export type { ObjectVersionReference } from '../object-version-reference.js';
export { putObjectLegalHold, type PutObjectLegalHoldInput } from './put-object-legal-hold.js';
export { putObjectRetention, type PutObjectRetentionInput } from './put-object-retention.js';
export {
  restoreObject,
  type RestoreObjectInput,
  restoreTiers,
  type RestoreTier,
  type RestoringObject,
} from './restore-object.js';
export type { Retain } from '../retain.js';
export { waitForRestoredObject, type WaitForRestoredObjectInput } from './wait-for-restored-object.js';
