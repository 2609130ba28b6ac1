import { crc32 } from 'node:zlib';

import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';

import type { Service } from '../declaration/service.js';
import { operation } from '../define/operation.js';
import { input } from '../declaration/read-input.js';
import { asIs } from '../schema/as-is.js';
import * as z from '../schema/z.js';
import { createSession } from '../session/create-session.js';
import { type RawScript, rawServer } from '../testing/raw-server.js';

const service: Service = {
  id: 'S3',
  client: S3Client,
  prefix: 's3',
  arns: {},
  errors: {},
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_',
};

const read = operation(() => ({
  name: 'readObject',
  service,
  command: GetObjectCommand,
  permissions: [],
  input: input<{ readonly bucket: string; readonly key: string }>({ bucket: z.string(), key: z.string() }),
  output: asIs<Uint8Array>(),
  readsWhole: true,
  select: ({ Body }: { readonly Body?: { transformToByteArray(): Promise<Uint8Array> } | undefined }) =>
    Body?.transformToByteArray(),
}));

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

/** Reads an object from a server with these responses. */
const readFrom = async (...scripts: readonly [RawScript, ...RawScript[]]) => {
  const server = await rawServer(...scripts);
  opened.push(server);
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  const session = createSession({ region: 'eu-west-1', credentials, endpoint: server.endpoint });
  opened.push(session);
  const content = await read({ bucket: 'reports', key: 'a' }, { session });
  return { text: Buffer.from(content).toString(), type: content.constructor, connections: server.accepted };
};

const sumOf = (text: string): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(text));
  return sum.toString('base64');
};

/** A response that ends its connection, after `bytes` of its content. */
const sending =
  (
    text: string,
    { bytes = text.length, checksum = sumOf(text), head = `content-length: ${text.length}` } = {},
  ): RawScript =>
  (socket) =>
    void socket.once('data', () =>
      socket.end(
        `HTTP/1.1 200 OK\r\n${head}\r\nx-amz-request-id: A\r\nx-amz-checksum-crc32: ${checksum}\r\nconnection: close\r\n\r\n${text.slice(0, bytes)}`,
      ),
    );

describe('content that is read as a whole', () => {
  it('is returned as bytes, with and without a length, small and large', async () => {
    const large = 'x'.repeat(1_048_577);
    for (const [text, head] of [['content'], [large], ['content', 'x-name: value']] as const) {
      const found = await readFrom(sending(text, head === undefined ? {} : { head }));
      expect(found).toEqual({ text, type: Uint8Array, connections: 1 });
    }
  });

  it('is requested again if the connection breaks', async () => {
    const found = await readFrom(sending('content', { bytes: 3 }), sending('content'));
    expect(found).toMatchObject({ text: 'content', connections: 2 });
  });

  it('is rejected if it has another checksum', async () => {
    await expect(readFrom(sending('content', { checksum: 'AAAAAA==' }))).rejects.toThrow(/Checksum mismatch/);
  });

  it('may be an error of S3', async () => {
    const error = '<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>';
    const script: RawScript = (socket) =>
      void socket.once('data', () =>
        socket.end(`HTTP/1.1 404 Not Found\r\ncontent-length: ${error.length}\r\nconnection: close\r\n\r\n${error}`),
      );
    await expect(readFrom(script)).rejects.toThrow(/The key does not exist/);
  });
});
