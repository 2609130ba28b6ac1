export {
  areAttributesFree,
  attributeSettings,
  type AttributeSettings,
  attributesRule,
  type FileAttribute,
  fileAttributes,
} from './file-attributes.js';
export { isSameTime } from './is-same-time.js';
export { readAttributes, type StoredAttributes } from './read-attributes.js';
export { toAttributeMetadata } from './to-attribute-metadata.js';
