import { installXmlReader } from '../../decode/install-xml-reader.js';
import type { Protocol } from './protocol.js';
import { restCodec } from './rest-codec.js';
import type { RestDocuments } from './rest-writer.js';

/** The SDK writes documents in XML. */
const documents: RestDocuments = { type: 'application/xml' };

/** Reads XML in one pass into the objects of the output. */
export const restXmlProtocol: Protocol = {
  ids: ['aws.protocols#restXml'],
  install: (client, reading) => installXmlReader(client as never, reading),
  codecOf: (protocol, operation, serde) => restCodec(protocol, operation, { serde, documents }),
};
