export { readXmlDirectly } from './read-xml-directly.js';
