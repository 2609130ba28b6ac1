export { type BucketOwnershipControls, type ObjectOwnership, objectOwnerships } from './bucket-ownership-controls.js';
export {
  deleteBucketOwnershipControls,
  type DeleteBucketOwnershipControlsInput,
} from './delete-bucket-ownership-controls.js';
export { getBucketOwnershipControls, type GetBucketOwnershipControlsInput } from './get-bucket-ownership-controls.js';
export { putBucketOwnershipControls, type PutBucketOwnershipControlsInput } from './put-bucket-ownership-controls.js';
