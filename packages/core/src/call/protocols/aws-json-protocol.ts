import { installJsonReader } from '../../decode/install-json-reader.js';
import { jsonWriter } from './json-writer.js';
import type { Protocol } from './protocol.js';
import { rpcCodec } from './rpc-codec.js';

/** Reads and writes JSON with functions that are compiled per schema. */
export const awsJsonProtocol: Protocol = {
  ids: ['aws.protocols#awsJson1_0', 'aws.protocols#awsJson1_1'],
  install: (client) => installJsonReader(client as never),
  codecOf: (protocol, operation, serde) =>
    rpcCodec(protocol, operation, { serde, writerOf: ({ input }) => jsonWriter(input) }),
};
