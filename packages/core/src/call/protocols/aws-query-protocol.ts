import { installXmlReader } from '../../decode/install-xml-reader.js';
import type { Protocol } from './protocol.js';
import { rpcCodec, type WriterOf } from './rpc-codec.js';

/** The member of the SDK's query protocols that is used here. */
interface QueryProtocol {
  readonly serializer: { write(schema: unknown, value: unknown): void; flush(): string };
}

/** Writes requests with the SDK's serializer. All start with the name of the action. */
const writerOf =
  ({ serializer }: QueryProtocol): WriterOf =>
  ({ input: schema, empty }) => {
    const [start = ''] = /^Action=[^&]*&Version=[^&]*/.exec(empty) ?? [];
    return (input) => {
      let isWritten = false;
      try {
        serializer.write(schema, input);
        isWritten = true;
      } finally {
        // Otherwise the next request would contain a part of this one.
        if (!isWritten) serializer.flush();
      }
      return `${start}${serializer.flush()}`;
    };
  };

/** Reads XML in one pass into the objects of the output. */
export const awsQueryProtocol: Protocol = {
  ids: ['aws.protocols#awsQuery', 'aws.protocols#ec2Query'],
  install: (client, reading) => installXmlReader(client as never, reading),
  codecOf: (protocol, operation, serde) =>
    rpcCodec(protocol, operation, {
      serde,
      writerOf: writerOf(protocol as QueryProtocol),
      keyOf: (name, id) => (id === 'aws.protocols#awsQuery' ? `${name}Result` : undefined),
    }),
};
