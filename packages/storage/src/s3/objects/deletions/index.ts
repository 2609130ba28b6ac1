export { deleteObjects, type DeleteObjectsInput, type DeleteObjectsResult } from './delete-objects.js';
export type { UndeletedObject } from './undeleted-object.js';
