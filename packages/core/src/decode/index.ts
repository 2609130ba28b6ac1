export { readXmlLazily } from './read-xml-lazily.js';
export type { PartsReader, Unread } from './read-xml-directly.js';
