import { createSession, type PayloadSigning } from '@arch/core';
import { awsError, fakeAws, type FakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { uploadPart } from './multipart-uploads/index.js';
import { deleteObjects } from './objects/deletions/index.js';
import { putObject } from './objects/index.js';

const object = { bucket: 'reports', key: 'a.csv', body: new Uint8Array(3) };
const part = { ...object, uploadId: 'u', partNumber: 1 };
/** The CRC32 of three zeros. */
const crc32OfZeros = '/0HZEg==';
const http = 'http://store.example:9000';

const fake = (endpoint?: string, signing?: PayloadSigning): FakeAws =>
  fakeAws({
    answers: { PutObject: {}, UploadPart: { ETag: '"e"' }, DeleteObjects: {} },
    session: { ...(endpoint && { endpoint }), payloadSigning: signing },
  });

const hashOf = ({ requests }: FakeAws): string | undefined => requests.at(-1)?.headers['x-amz-content-sha256'];
const hash = /^[0-9a-f]{64}$/;

describe('the content of an upload', () => {
  it('is left out of the signature over TLS, which contains its checksum instead', async () => {
    await using aws = fake();
    for (const upload of [
      () => putObject(object, { session: aws.session }),
      () => uploadPart(part, { session: aws.session }),
    ]) {
      await upload();
      expect(hashOf(aws)).toBe('UNSIGNED-PAYLOAD');
      const { headers } = aws.requests.at(-1)!;
      expect(headers['x-amz-checksum-crc32']).toBe(crc32OfZeros);
    }
  });

  it('is signed over plain HTTP, without a checksum, and in other requests', async () => {
    await using plain = fake(http);
    await putObject(object, { session: plain.session });
    expect(hashOf(plain)).toMatch(hash);
    await using aws = fake();
    await uploadPart({ ...part, checksum: 'none' }, { session: aws.session });
    expect(hashOf(aws)).toMatch(hash);
    await deleteObjects({ bucket: 'reports', objects: ['a.csv'] }, { session: aws.session });
    for (const { operation, headers } of aws.requests.slice(1))
      expect(headers['x-amz-content-sha256'], operation).toMatch(hash);
  });

  it('is signed or not as the call, then the session says', async () => {
    await using always = fake(undefined, 'always');
    await putObject(object, { session: always.session });
    expect(hashOf(always)).toMatch(hash);
    await putObject(object, { session: always.session, payloadSigning: 'never' });
    expect(hashOf(always)).toBe('UNSIGNED-PAYLOAD');
    await using never = fake(http, 'never');
    await putObject(object, { session: never.session });
    expect(hashOf(never)).toBe('UNSIGNED-PAYLOAD');
    await putObject(object, { session: never.session, payloadSigning: 'always' });
    expect(hashOf(never)).toMatch(hash);
  });

  it('is mentioned by a denial only if it was not signed', async () => {
    await using aws = fakeAws({ answers: { PutObject: awsError('AccessDenied', 'Access Denied', { status: 403 }) } });
    const advice =
      "The content was not part of the signature: if a policy requires that, pass payloadSigning: 'always'.";
    await expect(putObject(object, { session: aws.session })).rejects.toThrow(advice);
    const signed = putObject(object, { session: aws.session, payloadSigning: 'always' });
    await expect(signed).rejects.toThrow(/not authorized/);
    await expect(signed).rejects.not.toThrow(advice);
  });

  it('must be signed in a known way', async () => {
    await expect(putObject(object, { payloadSigning: 'no' as never })).rejects.toThrow(
      `putObject: payloadSigning must be 'always' or 'never' (got "no").`,
    );
    expect(() => createSession({ payloadSigning: 'no' as never })).toThrow(/payloadSigning must be 'always', 'never'/);
  });
});
