import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { UnexpectedResponseError } from '@arch/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { httpS3, type HttpS3 } from '../../__fixtures__/http-s3.js';
import { downloadFile } from '../transfers/index.js';
import { getObjectBytes, getObjectJson, getObjectStream, getObjectText } from './index.js';
import { asIs } from '@arch/core/builder';

const content = Buffer.from('"the content of an object"');
const object = { bucket: 'films', key: 'a.json' };
const wrong = 'AAAAAA==';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-checksums-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts an S3 that returns the content of an object with a checksum. */
const respondingWith = (
  type: string | undefined,
  checksum: (response: ServerResponse, isRange: boolean) => string,
): Promise<HttpS3> =>
  httpS3(({ method, headers }, response) => {
    const isRange = headers.range !== undefined;
    response.statusCode = isRange ? 206 : 200;
    if (isRange) response.setHeader('content-range', `bytes 0-${content.length - 1}/${content.length}`);
    if (type !== undefined) response.setHeader('x-amz-checksum-type', type);
    response.setHeader('x-amz-checksum-crc32', checksum(response, isRange));
    response.setHeader('etag', '"e-2"').setHeader('content-length', content.length);
    response.end(method === 'HEAD' ? undefined : content);
  });

describe('a checksum that is not of the content', () => {
  it.each<[string, string | undefined, (response: ServerResponse, isRange: boolean) => string]>([
    ['of parts, as S3 sends it with a range', 'COMPOSITE', (_response, isRange) => wrong + (isRange ? '' : '-2')],
    ['of parts, without the number of parts', 'COMPOSITE', () => wrong],
    ['of parts, without its type', undefined, (_response, isRange) => wrong + (isRange ? '' : '-2')],
  ])('is not compared: %s', async (_kind, type, checksum) => {
    await using s3 = await respondingWith(type, checksum);
    const { session } = s3;
    expect(Buffer.from(await getObjectBytes(object, { session })).equals(content)).toBe(true);
    const range = { start: 0 };
    expect(Buffer.from(await getObjectBytes({ ...object, range }, { session })).equals(content)).toBe(true);
    expect(Buffer.concat(await getObjectStream({ ...object, range }, { session }).toArray()).equals(content)).toBe(
      true,
    );
    const path = join(folder, 'composite');
    expect(await downloadFile({ ...object, path }, { session })).toMatchObject({ verifiedBy: 'length' });
    expect((await readFile(path)).equals(content)).toBe(true);
  });

  it('is not compared: of the whole object, with a range', async () => {
    await using s3 = await respondingWith('FULL_OBJECT', () => wrong);
    const range = { start: 0, end: content.length - 1 };
    expect(Buffer.from(await getObjectBytes({ ...object, range }, { session: s3.session })).equals(content)).toBe(true);
  });
});

describe('content that does not match its checksum', () => {
  const right = Buffer.alloc(4);
  right.writeUInt32BE(crc32(content));

  it.each<[string, (s3: HttpS3) => Promise<unknown>]>([
    ['getObjectBytes', ({ session }) => getObjectBytes(object, { session })],
    ['getObjectText', ({ session }) => getObjectText(object, { session })],
    ['getObjectJson', ({ session }) => getObjectJson({ ...object, schema: asIs<unknown>() }, { session })],
    ['getObjectStream', ({ session }) => getObjectStream(object, { session }).toArray()],
  ])('throws an error that contains both checksums: %s', async (_name, read) => {
    await using s3 = await respondingWith('FULL_OBJECT', () => wrong);
    const error = await read(s3).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({
      id: 'a.json',
      retryable: true,
      message: expect.stringContaining(
        `the received content of a.json is damaged: its CRC32 is ${right.toString('base64')}, but the CRC32 that S3 stores is ${wrong}. Call again.`,
      ) as string,
    });
  });

  it('is distinguished from content that matches', async () => {
    await using s3 = await respondingWith('FULL_OBJECT', () => right.toString('base64'));
    expect(await getObjectText(object, { session: s3.session })).toBe(content.toString());
  });
});
