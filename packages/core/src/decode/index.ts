export { type PartsReader, readXmlDirectly, type Unread } from './read-xml-directly.js';
