import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMultipartUpload, uploadPart } from './multipart-uploads/index.js';
import { copyLargeObject } from './objects/copies/index.js';
import { getObjectBytes, getObjectStream, putObject } from './objects/index.js';
import { keepParts } from './transfers/__fixtures__/keep-parts.js';
import { downloadFile, uploadFile, type UploadFileInput } from './transfers/index.js';

const object = { bucket: 'videos', key: 'film.mp4' };
const small = Buffer.from('hello');
const large = Buffer.alloc(9_000_000, 'arch');

/** The checksum headers of each request. */
const sent = (aws: FakeAws): readonly (readonly [string, Readonly<Record<string, string>>])[] =>
  aws.requests.map(({ operation, headers }) => [
    operation,
    Object.fromEntries(Object.entries(headers).filter(([name]) => /^x-amz-(?:sdk-)?checksum|^content-md5/.test(name))),
  ]);

const upload = async (members: Partial<UploadFileInput>): Promise<ReturnType<typeof sent>> => {
  await using aws = fakeAws({ answers: { PutObject: { ETag: '"e"' } } });
  keepParts(aws);
  await uploadFile({ ...object, ...members }, { session: aws.session });
  return sent(aws);
};

afterEach(() => vi.unstubAllEnvs());

describe('a checksum', () => {
  it('is not sent with checksum: none, neither in one request nor in parts', async () => {
    expect(await upload({ body: small, checksum: 'none' })).toEqual([['PutObject', {}]]);
    const inParts = await upload({ body: large, checksum: 'none' });
    expect(inParts).toHaveLength(4);
    for (const [, headers] of inParts) expect(headers).toEqual({});
  });

  it.each([
    ['full', undefined, 'CRC32', 'FULL_OBJECT'],
    ['full', 'CRC64NVME', 'CRC64NVME', 'FULL_OBJECT'],
    ['composite', undefined, 'CRC32', 'COMPOSITE'],
    ['composite', 'CRC32C', 'CRC32C', 'COMPOSITE'],
    [undefined, 'SHA256', 'SHA256', 'COMPOSITE'],
    [undefined, undefined, 'CRC32', 'FULL_OBJECT'],
  ] as const)('of kind %s and algorithm %s is sent as %s, %s', async (checksum, checksumAlgorithm, name, type) => {
    const [[, created] = [], ...others] = await upload({ body: large, checksum, checksumAlgorithm });
    expect(created).toEqual({ 'x-amz-checksum-algorithm': name, 'x-amz-checksum-type': type });
    const parts = others.filter(([operation]) => operation === 'UploadPart');
    expect(parts).toHaveLength(2);
    for (const [, headers] of parts) expect(headers).toHaveProperty(`x-amz-checksum-${name.toLowerCase()}`);
  });

  it.each([
    ['NotImplemented', 'A header you provided implies functionality that is not implemented', 501],
    ['InvalidArgument', 'FULL_OBJECT is not supported for this checksum algorithm', 400],
  ])(
    'of the whole content is replaced by a checksum of the parts if the store rejects it: %s',
    async (code, message, status) => {
      for (const [checksum, types] of [
        [undefined, ['FULL_OBJECT', 'COMPOSITE']],
        ['full', ['FULL_OBJECT']],
      ] as const) {
        await using aws = fakeAws();
        keepParts(aws);
        keepParts(aws);
        aws.once('CreateMultipartUpload', awsError(code, message, { status }));
        const { session } = aws;
        const uploading = uploadFile({ ...object, body: large, checksum }, { session, maxAttempts: 1 });
        if (checksum) await expect(uploading).rejects.toThrow(message);
        else expect(await uploading).toMatchObject({ sizeBytes: large.byteLength });
        const created = sent(aws).filter(([operation]) => operation === 'CreateMultipartUpload');
        expect(created.map(([, headers]) => headers['x-amz-checksum-type'])).toEqual(types);
      }
    },
  );

  it('of each part is sent again when the upload is completed', async () => {
    await using aws = fakeAws();
    keepParts(aws);
    aws.on('UploadPart', ({ PartNumber }: { PartNumber?: number }) => ({
      ETag: `"${PartNumber}"`,
      ChecksumSHA256: `sum-${PartNumber}`,
    }));
    await uploadFile({ ...object, body: large, checksumAlgorithm: 'SHA256' }, { session: aws.session });
    const completed = aws.requests.find(({ operation }) => operation === 'CompleteMultipartUpload');
    expect(String(completed?.body)).toMatch(/<ChecksumSHA256>sum-1<.*<ChecksumSHA256>sum-2</);
  });

  it('in aws applies to all requests', async () => {
    const [[, created] = [], [, part] = []] = await upload({ body: large, aws: { ChecksumAlgorithm: 'SHA1' } });
    expect(created).toEqual({ 'x-amz-checksum-algorithm': 'SHA1', 'x-amz-checksum-type': 'COMPOSITE' });
    expect(part).toHaveProperty('x-amz-checksum-sha1');
    await using aws = fakeAws({ answers: { CreateMultipartUpload: { UploadId: 'u' } } });
    await createMultipartUpload({ ...object, aws: { ChecksumAlgorithm: 'SHA512' } }, { session: aws.session });
    expect(sent(aws)).toEqual([['CreateMultipartUpload', { 'x-amz-checksum-algorithm': 'SHA512' }]]);
  });
});

describe('an algorithm', () => {
  it('that is not supported is rejected by name before anything is sent', async () => {
    await using aws = fakeAws({ answers: { PutObject: {} } });
    const { session } = aws;
    for (const ChecksumAlgorithm of ['SHA512', 'XXHASH64', 'crc32'])
      for (const call of [
        () => putObject({ ...object, body: 'x', aws: { ChecksumAlgorithm } }, { session }),
        () =>
          uploadPart({ ...object, uploadId: 'u', partNumber: 1, body: small, aws: { ChecksumAlgorithm } }, { session }),
        () => uploadFile({ ...object, body: small, aws: { ChecksumAlgorithm } }, { session }),
        () => uploadFile({ ...object, body: large, aws: { ChecksumAlgorithm } }, { session }),
      ]) {
        const error: unknown = await call().catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(InvalidInputError);
        expect((error as Error).message).toContain(`"${ChecksumAlgorithm}"`);
        expect((error as Error).message).toMatch(/CRC32, ?(?:CRC32C|SHA256)/);
      }
    expect(aws.requests).toEqual([]);
  });

  it.each([
    ['full', 'SHA256'],
    ['full', 'SHA1'],
    ['composite', 'CRC64NVME'],
    ['none', 'CRC32'],
  ] as const)('is rejected with a kind that S3 does not support for it: %s %s', async (checksum, checksumAlgorithm) => {
    await using aws = fakeAws();
    for (const call of [
      uploadFile({ ...object, body: small, checksum, checksumAlgorithm }, { session: aws.session }),
      createMultipartUpload({ ...object, checksum, checksumAlgorithm }, { session: aws.session }),
    ])
      await expect(call).rejects.toThrow(
        'provide a checksum that S3 supports for the checksumAlgorithm: full with CRC32, CRC32C or CRC64NVME; composite with CRC32, CRC32C, SHA1 or SHA256; none without checksumAlgorithm',
      );
    expect(aws.requests).toEqual([]);
  });
});

describe("AWS's setting when_required", () => {
  it('for requests: no checksum is sent, in one request, in parts and in copies', async () => {
    vi.stubEnv('AWS_REQUEST_CHECKSUM_CALCULATION', 'WHEN_REQUIRED');
    for (const body of [small, large]) for (const [, headers] of await upload({ body })) expect(headers).toEqual({});
    await using aws = fakeAws({
      answers: { HeadObject: { ContentLength: 6e9, ETag: '"e"' }, UploadPartCopy: { CopyPartResult: { ETag: '"p"' } } },
    });
    keepParts(aws);
    aws.on('GetObjectTagging', { TagSet: [] });
    await copyLargeObject({ ...object, source: { bucket: 'originals', key: 'a' } }, { session: aws.session });
    await createMultipartUpload(object, { session: aws.session });
    await uploadPart({ ...object, uploadId: 'u', partNumber: 1, body: small }, { session: aws.session });
    for (const [operation, headers] of sent(aws).slice(1)) expect([operation, headers]).toEqual([operation, {}]);
  });

  it('for requests: a checksum that the input names is sent', async () => {
    vi.stubEnv('AWS_REQUEST_CHECKSUM_CALCULATION', 'WHEN_REQUIRED');
    const [[, created] = [], [, part] = []] = await upload({ body: large, checksumAlgorithm: 'CRC32' });
    expect(created).toMatchObject({ 'x-amz-checksum-type': 'FULL_OBJECT' });
    expect(part).toHaveProperty('x-amz-checksum-crc32');
  });

  it('for responses: no checksum is requested', async () => {
    const path = join(tmpdir(), `arch-when-required-${randomUUID()}`);
    const head = { ContentLength: 5, ETag: '"e"' };
    for (const setting of ['WHEN_REQUIRED', 'WHEN_SUPPORTED']) {
      vi.stubEnv('AWS_RESPONSE_CHECKSUM_VALIDATION', setting);
      await using aws = fakeAws({ answers: { HeadObject: head, GetObject: { ...head, Body: 'hello' } } });
      const { session } = aws;
      await getObjectBytes(object, { session });
      await getObjectStream(object, { session }).toArray();
      expect(await downloadFile({ ...object, path }, { session })).toMatchObject({ verifiedBy: 'length' });
      const isRequested = setting === 'WHEN_SUPPORTED';
      for (const { headers } of aws.requests) expect('x-amz-checksum-mode' in headers).toBe(isRequested);
    }
    await rm(path);
  });
});
