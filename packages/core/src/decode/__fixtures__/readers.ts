import { EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';

import { installXmlReader } from '../install-xml-reader.js';

/** The members of the SDK's deserializers that are used here. */
export interface Reader {
  read(schema: unknown, bytes: Uint8Array, key?: string): unknown;
}

const configuration = { region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };

const readerOf = (client: { readonly config: { readonly protocol: unknown } }): Reader =>
  (client.config.protocol as { readonly deserializer: Reader }).deserializer;

const decorated = <Client extends { readonly config: { readonly protocol: unknown } }>(client: Client): Client => {
  installXmlReader(client as never);
  return client;
};

/** The SDK's reader and ours, by service. */
export const readers: Readonly<Record<'ec2' | 'sts', { readonly sdk: Reader; readonly ours: Reader }>> = {
  ec2: { sdk: readerOf(new EC2Client(configuration)), ours: readerOf(decorated(new EC2Client(configuration))) },
  sts: { sdk: readerOf(new STSClient(configuration)), ours: readerOf(decorated(new STSClient(configuration))) },
};

/** Reads a text with our reader. */
export const readOurs = (schema: unknown, xml: string, key?: string): unknown =>
  readers.ec2.ours.read(schema, Buffer.from(xml), key);

/** Reads a text with the SDK's reader. */
export const readSdk = (schema: unknown, xml: string, key?: string): unknown =>
  readers.ec2.sdk.read(schema, Buffer.from(xml), key);
