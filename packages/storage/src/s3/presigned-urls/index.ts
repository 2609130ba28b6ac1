export { createPresignedPost, type CreatePresignedPostInput } from './create-presigned-post.js';
export { presignGetObject, type PresignGetObjectInput } from './presign-get-object.js';
export { presignPutObject, type PresignPutObjectInput } from './presign-put-object.js';
