export { installXmlReaderLazily } from './install-xml-reader-lazily.js';
export type { PartsReader, Unread } from './install-xml-reader.js';
