export { installReaderLazily } from './install-reader-lazily.js';
export type { PartsReader, Unread } from './install-xml-reader.js';
