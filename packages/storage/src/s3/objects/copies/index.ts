export { type CopiedLargeObject, copyLargeObject, type CopyLargeObjectInput } from './copy-large-object.js';
