import type { LazyProtocol } from './protocol.js';

/** The protocol REST with XML, e.g. of S3. */
export const restXml: LazyProtocol = async () => (await import('./rest-xml-protocol.js')).restXmlProtocol;
