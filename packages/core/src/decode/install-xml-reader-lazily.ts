import type { Reading } from './install-xml-reader.js';

interface Protocol {
  getShapeId(): string;
  deserializeResponse?(...response: readonly unknown[]): Promise<unknown>;
}

const xmlProtocols = ['aws.protocols#ec2Query', 'aws.protocols#awsQuery', 'aws.protocols#restXml'];

/**
 * Makes a client read XML responses with the reader of this package. The reader is loaded with the first client that needs it, so that
 * importing a package does not load it.
 */
export const installXmlReaderLazily = (
  client: { readonly config: { readonly protocol: Protocol } },
  reading: Reading,
): void => {
  const { protocol } = client.config;
  if (!xmlProtocols.includes(protocol.getShapeId())) return;
  const deserialize = protocol.deserializeResponse?.bind(protocol);
  if (!deserialize) return;
  const ready = import('./install-xml-reader.js').then(({ installXmlReader }) =>
    installXmlReader(client as never, reading),
  );
  // The first response reports a failure.
  ready.catch(() => undefined);
  protocol.deserializeResponse = async (...response) => {
    await ready;
    return deserialize(...response);
  };
};
