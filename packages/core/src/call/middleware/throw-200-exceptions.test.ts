import { Readable } from 'node:stream';

import { CopyObjectCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { HttpResponse } from '@smithy/core/protocols';
import { describe, expect, it, vi } from 'vitest';

import type { SdkClient } from '../client-type.js';
import { sendCommand } from '../send-command.js';
import type { Layer, Replaced } from './middleware.js';
import { throw200Exceptions } from './throw-200-exceptions.js';

const error = '<Error><Code>InternalError</Code><Message>We failed.</Message></Error>';
const copied = '<CopyObjectResult><ETag>"1"</ETag></CopyObjectResult>';
const copyObject = new CopyObjectCommand({ Bucket: 'b', Key: 'k', CopySource: 'a/k' });
const listBuckets = new ListBucketsCommand({});

/** Bytes as the transport returns them: a part of a larger buffer. */
const bytes = (text: string): Uint8Array => Buffer.from(`</Error>${text}</Error>`).subarray(8, 8 + text.length);

interface Sent {
  readonly outcome: object;
  /** Whether the SDK's middleware was called. */
  readonly isBySdk: boolean;
}

/** Sends a command to an S3 that returns `body`, with our middleware or the SDK's, and returns the output or the error. */
const send = async (
  command: object,
  { status = 200, body, way }: { status?: number; body: () => unknown; way: 'own' | 'sdk' },
): Promise<Sent> => {
  let isBySdk = false;
  const handle = async () => ({ response: new HttpResponse({ statusCode: status, headers: {}, body: body() }) });
  const client = new S3Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
    maxAttempts: 1,
    requestHandler: { handle } as never,
  });
  const replacementOf = (name: string, replaced: Replaced): Layer => {
    if (name !== 'throw200ExceptionsMiddleware') return replaced.middleware;
    const middleware = vi.fn(replaced.middleware);
    return (next, context) => {
      const handler = (way === 'own' ? throw200Exceptions({ ...replaced, middleware }) : middleware)(next, context);
      return (args) => handler(args).finally(() => (isBySdk = middleware.mock.calls.length > 0));
    };
  };
  const sent = sendCommand(client as unknown as SdkClient, command, { replacementOf });
  const outcome = await sent.then(
    (output) => ({ output }),
    ({ name, message, $metadata, Code, $fault }: Record<string, unknown>) => ({
      error: { name, message, $metadata, Code, $fault },
    }),
  );
  return { outcome, isBySdk };
};

describe('a response of S3 with status 200', () => {
  it.each([
    [
      'an error',
      copyObject,
      error,
      { name: 'InternalError', message: 'We failed.', $metadata: { httpStatusCode: 503 } },
    ],
    ['an error of another command', listBuckets, error, { name: 'InternalError', message: 'We failed.' }],
    ['nothing, if the command has a result', copyObject, '', { name: 'InternalError', message: 'S3 aborted request' }],
  ])("is the SDK's error if it contains %s", async (_title, command, body, expected) => {
    const own = await send(command, { body: () => bytes(body), way: 'own' });
    expect(own.outcome).toMatchObject({ error: expected });
    expect(own).toEqual(await send(command, { body: () => bytes(body), way: 'sdk' }));
  });

  it.each([
    ['a document', copyObject, copied, { CopyObjectResult: { ETag: '"1"' } }],
    ['nothing, if the command needs no result', listBuckets, '', {}],
    ['an element of this name', copyObject, copied.replace('<ETag>', '<Error></Error><ETag>'), {}],
  ])("is the SDK's output without its middleware if it contains %s", async (_title, command, body, expected) => {
    const own = await send(command, { body: () => bytes(body), way: 'own' });
    expect(own.outcome).toMatchObject({ output: expected });
    expect(own.isBySdk).toBe(false);
    expect(own.outcome).toEqual((await send(command, { body: () => bytes(body), way: 'sdk' })).outcome);
  });

  it.each([`${error}\n`, `<a><Error></Error></a>`, '</Error>'])(
    'is that of the SDK if a document almost ends as an error does: %j',
    async (body) => {
      const own = await send(copyObject, { body: () => bytes(body), way: 'own' });
      expect(own).toEqual({ ...(await send(copyObject, { body: () => bytes(body), way: 'sdk' })), isBySdk: true });
    },
  );

  it.each([
    ['a document', copied],
    ['an error', error],
    ['nothing', ''],
  ])("is left to the SDK's middleware if it is a stream of %s", async (_title, body) => {
    const own = await send(copyObject, { body: () => Readable.from([Buffer.from(body)]), way: 'own' });
    expect(own.isBySdk).toBe(true);
    expect(own).toEqual(await send(copyObject, { body: () => Readable.from([Buffer.from(body)]), way: 'sdk' }));
  });
});

describe('a response of S3 with another status', () => {
  it.each([
    [404, '<Error><Code>NoSuchKey</Code><Message>It is not here.</Message></Error>'],
    [500, error],
    [503, ''],
  ])("is the SDK's error: %i", async (status, body) => {
    const own = await send(copyObject, { status, body: () => bytes(body), way: 'own' });
    expect(own.outcome).toMatchObject({ error: { $metadata: { httpStatusCode: status } } });
    expect(own.outcome).toEqual((await send(copyObject, { status, body: () => bytes(body), way: 'sdk' })).outcome);
  });
});
