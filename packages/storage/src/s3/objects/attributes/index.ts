export { getObjectAttributes, type GetObjectAttributesInput } from './get-object-attributes.js';
export type { ObjectAttributes, ObjectPart } from './object-attributes.js';
