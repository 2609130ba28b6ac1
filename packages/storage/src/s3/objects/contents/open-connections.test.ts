import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { expect, it } from 'vitest';

import { httpS3 } from '../../../__fixtures__/http-s3.js';
import { getObject } from './index.js';

const object = { bucket: 'videos', key: 'film.mp4' };
const length = 50_000_000;

/** Sends the start of a large object, and never the rest. */
const sendStart = (response: ServerResponse, start: Uint8Array | string): void => {
  const headers = {
    'content-length': length,
    etag: '"5d"',
    'x-amz-checksum-crc32': 'AAAAAA==',
    'x-amz-request-id': 'r',
  };
  response.writeHead(200, headers).write(start);
};

it('closes the connection of large content that is not read', async () => {
  let closed: Promise<unknown> | undefined;
  await using server = await httpS3((_request, response) => {
    closed = once(response, 'close');
    sendStart(response, 'x'.repeat(1_000));
  });
  const found = await getObject(object, { session: server.session });
  expect(found.sizeBytes).toBe(length);
  await closed;
  expect(server.seen).toHaveLength(1);
});

it('closes the connection of a compressed stream whose consumer stops', async () => {
  let closed: Promise<unknown> | undefined;
  await using server = await httpS3((_request, response) => {
    closed = once(response, 'close');
    sendStart(response, gzipSync('month,total\n'));
  });
  const found = await getObject({ ...object, decompress: true }, { session: server.session });
  for await (const chunk of found.stream()) {
    expect(Buffer.from(chunk).toString()).toBe('month,total\n');
    break;
  }
  await closed;
  expect(server.seen).toHaveLength(2);
});
