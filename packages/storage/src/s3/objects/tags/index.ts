export { deleteObjectTagging, type DeleteObjectTaggingInput } from './delete-object-tagging.js';
export { getObjectTagging, type GetObjectTaggingInput, type ObjectTagging } from './get-object-tagging.js';
export { putObjectTagging, type PutObjectTaggingInput } from './put-object-tagging.js';
