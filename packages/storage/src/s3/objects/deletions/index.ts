export {
  deleteObjects,
  type DeleteObjectsInput,
  type DeleteObjectsResult,
  type UndeletedObject,
} from './delete-objects.js';
