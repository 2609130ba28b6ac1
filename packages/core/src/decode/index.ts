export type { PartsReader, Reading, Unread } from './install-xml-reader.js';
