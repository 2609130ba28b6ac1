export type { CopySource } from '../copy-source.js';
export { type CopiedObject, copyObject, type CopyObjectInput } from './copy-object.js';
export { type DeletedObject, deleteObject, type DeleteObjectInput } from './delete-object.js';
export { getObjectBytes, type GetObjectBytesInput } from './get-object-bytes.js';
export { type GetObjectJson, getObjectJson, type GetObjectJsonInput } from './get-object-json.js';
export { getObjectStream, type GetObjectStreamInput } from './get-object-stream.js';
export { getObjectText, type GetObjectTextInput } from './get-object-text.js';
export { headObject, type HeadObjectInput } from './head-object.js';
export { listObjects, type ListObjects, type ListObjectsInput } from './list-objects.js';
export type { ListedObject, ListedPrefix } from './listed-object.js';
export type { ObjectRestore } from '../object-restore.js';
export type { ObjectHead } from './object-head.js';
export type { ByteRange, ObjectReference } from '../object-reference.js';
export {
  type ObjectLockMode,
  objectLockModes,
  type ObjectSettings,
  type StorageClass,
  storageClasses,
} from '../object-settings.js';
export { putObject } from './put-object.js';
export type { PutObjectInput, PutObjectResult } from '../put-object-request.js';
