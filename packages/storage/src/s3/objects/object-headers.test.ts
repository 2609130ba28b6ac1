import { InvalidInputError } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { httpS3, type HttpS3 } from '../../__fixtures__/http-s3.js';
import { createMultipartUpload } from '../multipart-uploads/index.js';
import { presignGetObject } from '../presigned-urls/index.js';
import { uploadFile } from '../transfers/index.js';
import { copyObject, headObject, putObject } from './index.js';

const object = { bucket: 'pictures', key: 'k' };

/** Starts an S3 that returns the headers of the last write, as S3 does. */
const keepingHeaders = (): Promise<HttpS3> => {
  let kept: readonly (readonly [string, string])[] = [];
  return httpS3((request, response) => {
    const sent = Object.entries(request.headers) as [string, string][];
    if (request.method !== 'HEAD') kept = sent.filter(([name]) => /^x-amz-meta-|^content-disp|^cache/.test(name));
    for (const [name, value] of kept) response.setHeader(name, value);
    response.setHeader('etag', '"e"').setHeader('content-length', 0).end();
  });
};

describe('metadata', () => {
  it.each(['straße.jpg', '報告.pdf', 'plain', 'a  b', '=?UTF-8?', 'ü'.repeat(400)])(
    'is sent in ASCII and returned unchanged: %s',
    async (name) => {
      await using s3 = await keepingHeaders();
      const { session } = s3;
      const writes = [
        () => putObject({ ...object, body: 'x', metadata: { name } }, { session }),
        () => putObject({ ...object, body: Buffer.from('x'), aws: { Metadata: { name } } }, { session }),
        () => uploadFile({ ...object, body: Buffer.from('x'), metadata: { name } }, { session }),
      ];
      for (const write of writes) {
        await write();
        expect(s3.seen.at(-1)?.headers['x-amz-meta-name']).toMatch(/^[\x20-\x7e]+$/);
        expect((await headObject(object, { session })).metadata).toEqual({ name });
      }
      expect(s3.seen).toHaveLength(6);
    },
  );

  it('is read from stores that return UTF-8 bytes', async () => {
    await using s3 = await httpS3((_request, response) => {
      response.setHeader('x-amz-meta-name', Buffer.from('報告', 'utf8').toString('latin1'));
      response.setHeader('x-amz-meta-words', '=?UTF-8?Q?see_=E2=80=93?=').setHeader('content-length', 0).end();
    });
    const { metadata } = await headObject(object, { session: s3.session });
    expect(metadata).toEqual({ name: '報告', words: 'see –' });
  });
});

it('sends a file name that is not ASCII as RFC 6266 defines', async () => {
  await using s3 = await keepingHeaders();
  const { session } = s3;
  const contentDisposition = 'attachment; filename="Q1 – final.pdf"';
  await putObject({ ...object, body: 'x', contentDisposition, cacheControl: 'no-cache' }, { session });
  const encoded = `attachment; filename="Q1 _ final.pdf"; filename*=UTF-8''Q1%20%E2%80%93%20final.pdf`;
  expect(await headObject(object, { session })).toMatchObject({
    contentDisposition: encoded,
    cacheControl: 'no-cache',
  });
  const { url } = await presignGetObject({ ...object, responseContentDisposition: contentDisposition }, { session });
  expect(new URL(url).searchParams.get('response-content-disposition')).toBe(encoded);
});

describe('a text that is not allowed in a header', () => {
  it.each<[string, (aws: ReturnType<typeof fakeAws>) => Promise<unknown>]>([
    ['putObject: cacheControl', ({ session }) => putObject({ ...object, body: 'x', cacheControl: 'ü' }, { session })],
    ['putObject: ifMatch', ({ session }) => putObject({ ...object, body: 'x', ifMatch: '"e"\n' }, { session })],
    ['headObject: ifMatch', ({ session }) => headObject({ ...object, ifMatch: '–' }, { session })],
    [
      'copyObject: aws.CopySourceIfMatch',
      ({ session }) => copyObject({ ...object, source: object, aws: { CopySourceIfMatch: '–' } }, { session }),
    ],
    [
      'createMultipartUpload: aws.WebsiteRedirectLocation',
      ({ session }) => createMultipartUpload({ ...object, aws: { WebsiteRedirectLocation: '/ü' } }, { session }),
    ],
    [
      'uploadFile: contentType',
      ({ session }) => uploadFile({ ...object, body: new Uint8Array(1), contentType: 'text/ü' }, { session }),
    ],
    [
      'presignGetObject: responseContentType',
      ({ session }) => presignGetObject({ ...object, responseContentType: 'text/ü' }, { session }),
    ],
  ])('is rejected with the name of its member before anything is sent: %s', async (message, call) => {
    await using aws = fakeAws();
    const error: unknown = await call(aws).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as Error).message).toContain(`${message} contains U+`);
    expect(aws.requests).toEqual([]);
  });
});
