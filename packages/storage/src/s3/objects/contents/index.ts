export type { FetchedObject, ReadOptions } from './fetched-object.js';
export { type GetObject, getObject, type GetObjectInput } from './get-object.js';
export type { WrittenFile } from './write-content.js';
