import { installJsonReader } from '../../decode/install-json-reader.js';
import { restJsonWriter } from './json-writer.js';
import type { Protocol } from './protocol.js';
import { restCodec } from './rest-codec.js';
import type { RestDocuments } from './rest-writer.js';

const documents: RestDocuments = { type: 'application/json', writerOf: restJsonWriter, empty: '{}' };

/** Reads and writes JSON with functions that are compiled per schema. */
export const restJsonProtocol: Protocol = {
  ids: ['aws.protocols#restJson1'],
  install: (client) => installJsonReader(client as never),
  codecOf: (protocol, operation, serde) => restCodec(protocol, operation, { serde, documents, noPayload: null }),
};
