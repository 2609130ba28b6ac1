import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSession, type Session } from '@arch/core';
import { afterEach, expect, it } from 'vitest';

import { describeBucket } from '../buckets/index.js';
import { downloadFile } from '../transfers/index.js';
import { getObjectText, headObject } from './index.js';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Starts an S3 that responds to every request in the same way. */
const respondingWith = async (status: number, headers: Record<string, string> = {}, body = ''): Promise<Session> => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' };
  return createSession({ region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials, maxAttempts: 1 });
};

const object = { bucket: 'reports', key: 'a.csv' };
const path = join(tmpdir(), 'arch-object-errors.csv');

const calls: readonly (readonly [string, (session: Session) => Promise<unknown>])[] = [
  ['headObject', (session) => headObject(object, { session })],
  ['describeBucket', (session) => describeBucket('reports', { session })],
  ['downloadFile', (session) => downloadFile({ ...object, path }, { session })],
];

const cases: readonly (readonly [number, Record<string, string>, string, RegExp])[] = [
  [
    301,
    { 'x-amz-bucket-region': 'eu-west-1' },
    'InvalidRequestError',
    /The bucket is in eu-west-1: pass \{ region: 'eu-west-1' \}/,
  ],
  [304, { etag: '"a"' }, 'ConflictError', /It has not changed: the condition/],
  [400, { 'x-amz-bucket-region': 'eu-west-1' }, 'InvalidRequestError', /The bucket is in eu-west-1/],
  [403, {}, 'AccessDeniedError', /is not authorized to perform s3:/],
  [404, {}, 'NotFoundError', /(?:object a\.csv in bucket|bucket) reports does not exist/],
  [405, { 'x-amz-delete-marker': 'true' }, 'NotFoundError', /latest version is a delete marker/],
  [409, {}, 'ConflictError', /does not allow this call now/],
  [412, {}, 'ConflictError', /does not allow this call now/],
  [
    416,
    { 'content-range': 'bytes */5' },
    'InvalidRequestError',
    /starts after the end of the object, which has 5 bytes/,
  ],
  [503, {}, 'ServiceError', /AWS returned a server error/],
];

it.each(calls.flatMap(([name, call]) => cases.map((each) => [name, each[0], call, each] as const)))(
  '%s throws the right error for status %i without a body',
  async (name, _status, call, [status, headers, kind, words]) => {
    const error: unknown = await call(await respondingWith(status, headers)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: kind, status, operation: name });
    expect((error as Error).message).toMatch(words);
    expect((error as Error).message).not.toMatch(/Unknown/);
  },
);

it.each(['PermanentRedirect', 'AuthorizationHeaderMalformed'])('names the region after a GET too: %s', async (code) => {
  const status = code === 'PermanentRedirect' ? 301 : 400;
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>wrong region</Message></Error>`;
  const session = await respondingWith(status, { 'x-amz-bucket-region': 'eu-west-1' }, body);
  await expect(getObjectText(object, { session })).rejects.toThrow(/The bucket is in eu-west-1: pass/);
});
