import type { Reading } from './install-xml-reader.js';

interface Protocol {
  getShapeId(): string;
  deserializeResponse?(...response: readonly unknown[]): Promise<unknown>;
}

interface Client {
  readonly config: { readonly protocol: Protocol };
}

type Install = (client: Client, reading: Reading) => Promise<void>;

const xml: Install = async (client, reading) =>
  (await import('./install-xml-reader.js')).installXmlReader(client as never, reading);
const json: Install = async (client) => (await import('./install-json-reader.js')).installJsonReader(client as never);

const readers: Readonly<Record<string, Install>> = {
  'aws.protocols#ec2Query': xml,
  'aws.protocols#awsQuery': xml,
  'aws.protocols#restXml': xml,
  'aws.protocols#awsJson1_0': json,
  'aws.protocols#awsJson1_1': json,
  'aws.protocols#restJson1': json,
};

/**
 * Makes a client read responses with a reader of this package. The reader is loaded with the first client that needs it, so that importing a package
 * does not load it.
 */
export const installReaderLazily = (client: Client, reading: Reading): void => {
  const { protocol } = client.config;
  const install = readers[protocol.getShapeId()];
  const deserialize = protocol.deserializeResponse?.bind(protocol);
  if (!install || !deserialize) return;
  const installing = install(client, reading);
  // The first response reports a failure.
  installing.catch(() => undefined);
  let isReady = false;
  protocol.deserializeResponse = (...response) => {
    if (isReady) return deserialize(...response);
    return installing.then(() => {
      isReady = true;
      return deserialize(...response);
    });
  };
};
