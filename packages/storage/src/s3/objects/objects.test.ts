import {
  AccessDeniedError,
  ConflictError,
  ConnectionError,
  InvalidInputError,
  NotFoundError,
  UnexpectedResponseError,
} from '@arch/core';
import { z } from '@arch/core/builder';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  copyObject,
  deleteObject,
  getObjectBytes,
  getObjectJson,
  getObjectStream,
  getObjectText,
  headObject,
  listObjects,
  putObject,
} from './index.js';
import { deleteObjects } from './deletions/index.js';

const object = { bucket: 'reports', key: '2026/Größe 11.csv' };

describe('putObject', () => {
  it('writes text, bytes or JSON, each with its content type', async () => {
    await using aws = fakeAws({
      answers: { PutObject: { ETag: '"5d"', VersionId: 'v1', ServerSideEncryption: 'AES256' } },
    });
    const { session } = aws;
    const written = await putObject(
      { ...object, body: 'héllo', metadata: { by: 'me' }, tags: { a: 'b c' } },
      { session },
    );
    expect(written).toEqual({ eTag: '"5d"', versionId: 'v1', serverSideEncryption: 'AES256' });
    await putObject({ ...object, body: new Uint8Array([1, 2]), storageClass: 'GLACIER_IR' }, { session });
    await putObject({ ...object, json: { prices: [1] }, ifNoneMatch: '*' }, { session });
    const [text, bytes, json] = aws.requests.map(({ headers, path }) => ({ ...headers, path }));
    expect(text).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-amz-meta-by': 'me',
      'x-amz-tagging': 'a=b+c',
    });
    expect(text?.path).toMatch(/^\/(?:reports\/)?2026\/Gr%C3%B6%C3%9Fe%2011\.csv/);
    expect(bytes).toMatchObject({ 'content-type': 'application/octet-stream', 'x-amz-storage-class': 'GLACIER_IR' });
    expect(json).toMatchObject({ 'content-type': 'application/json', 'if-none-match': '*' });
    expect(json).toHaveProperty('x-amz-sdk-checksum-algorithm');
  });

  it.each([
    [object, 'provide body or json, not both'],
    [{ ...object, body: 'a', json: 1 }, 'provide body or json, not both'],
    [{ ...object, key: 'ü'.repeat(513), body: 'a' }, 'a key of 1 to 1,024 bytes in UTF-8'],
    [{ ...object, key: '', body: 'a' }, 'a key of 1 to 1,024 bytes in UTF-8'],
    [{ ...object, body: 'a', metadata: { a: 'x'.repeat(2_048) } }, 'metadata has 2049 encoded bytes including names'],
    [{ ...object, json: 1n }, 'json is a BigInt. Pass a number, or its text'],
    [{ ...object, json: () => 1 }, 'json is a function'],
  ])('rejects invalid input before anything is sent: %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(putObject(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(putObject(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('throws ConflictError if the condition is not met', async () => {
    await using aws = fakeAws({
      answers: { PutObject: awsError('PreconditionFailed', 'At least one of the pre-conditions', { status: 412 }) },
    });
    await expect(putObject({ ...object, body: 'a', ifNoneMatch: '*' }, { session: aws.session })).rejects.toThrow(
      ConflictError,
    );
  });
});

describe('an object', () => {
  it('is read as text, as JSON with a schema, or as bytes', async () => {
    await using aws = fakeAws({ answers: { GetObject: { Body: '{"prices":[1,2]}', ContentLength: 16 } } });
    const { session } = aws;
    expect(await getObjectText(object, { session })).toBe('{"prices":[1,2]}');
    const schema = z.object({ prices: z.array(z.number()) });
    const { prices } = await getObjectJson({ ...object, schema }, { session });
    expect(prices).toEqual([1, 2]);
    const bytes = await getObjectBytes({ ...object, range: { start: 0, end: 3 }, ifMatch: '"5d"' }, { session });
    expect(Buffer.from(bytes).toString()).toBe('{"prices":[1,2]}');
    expect(aws.requests.at(-1)?.headers).toMatchObject({
      range: 'bytes=0-3',
      'if-match': '"5d"',
      'x-amz-checksum-mode': 'ENABLED',
    });
  });

  it('is named in the error if it does not match the schema, or is not JSON or text', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once('GetObject', { Body: '{"prices":["one"]}' });
    const schema = z.object({ prices: z.array(z.number()) });
    const reading = getObjectJson({ bucket: 'shop', key: 'prices.json', schema }, { session });
    await expect(reading).rejects.toThrow(
      'getObjectJson: prices.json does not match the schema: prices[0] is a string',
    );
    aws.once('GetObject', { Body: 'prices' });
    await expect(getObjectJson({ bucket: 'shop', key: 'prices.json', schema }, { session })).rejects.toThrow(
      'getObjectJson: prices.json is not valid JSON: ',
    );
    aws.once('GetObject', { Body: new Uint8Array([0xff, 0xfe, 0xfd]) });
    await expect(getObjectText({ bucket: 'shop', key: 'prices.csv' }, { session })).rejects.toThrow(
      'getObjectText: prices.csv is not UTF-8 text.',
    );
  });

  it('is not returned incomplete: a broken connection throws ConnectionError', async () => {
    await using aws = fakeAws({ answers: { GetObject: { Body: 'x'.repeat(100_000), ContentLength: 100_000 } } });
    aws.on('GetObject', fault('close-mid-body'));
    await expect(getObjectBytes(object, { session: aws.session })).rejects.toThrow(ConnectionError);
    await expect(getObjectStream(object, { session: aws.session }).toArray()).rejects.toThrow(ConnectionError);
  });

  it('is streamed until the consumer stops or the call is aborted', async () => {
    await using aws = fakeAws({ answers: { GetObject: { Body: 'x'.repeat(300_000) } } });
    const { session } = aws;
    const chunks = await getObjectStream(object, { session }).toArray();
    expect(Buffer.concat(chunks)).toHaveLength(300_000);
    for await (const chunk of getObjectStream(object, { session })) {
      expect(chunk.byteLength).toBeGreaterThan(0);
      break;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const reason = new Error('enough');
    const read = async (): Promise<void> => {
      for await (const _chunk of getObjectStream(object, { session, signal })) controller.abort(reason);
    };
    await expect(read()).rejects.toBe(reason);
  });

  it('throws an error class for each reason: archived, unknown, denied', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    aws.once(
      'GetObject',
      awsError('InvalidObjectState', 'The operation is not valid for the storage class', { status: 403 }),
    );
    await expect(getObjectBytes(object, { session })).rejects.toThrow('restore it first');
    aws.once('GetObject', awsError('NoSuchKey', 'The specified key does not exist.', { status: 404 }));
    await expect(getObjectText(object, { session })).rejects.toThrow(NotFoundError);
    aws.once('HeadObject', awsError('NotFound', '', { status: 404 }));
    await expect(headObject(object, { session })).rejects.toThrow(NotFoundError);
    aws.once('HeadObject', awsError('AccessDenied', '', { status: 403 }));
    await expect(headObject(object, { session })).rejects.toThrow(AccessDeniedError);
  });

  it('is described without its content', async () => {
    await using aws = fakeAws();
    aws.on('HeadObject', {
      ContentLength: 5,
      Metadata: { by: 'me' },
      StorageClass: 'GLACIER',
      Restore: 'ongoing-request="true"',
    });
    expect(await headObject(object, { session: aws.session })).toMatchObject({
      sizeBytes: 5,
      metadata: { by: 'me' },
      storageClass: 'GLACIER',
      restore: { ongoing: true },
    });
    aws.on('HeadObject', { ContentLength: 0 });
    expect(await headObject(object, { session: aws.session })).toMatchObject({
      storageClass: 'STANDARD',
      metadata: {},
    });
  });
});

describe('objects', () => {
  it('are listed from all pages', async () => {
    await using aws = fakeAws();
    const listed = (Key: string): object => ({ Key, Size: 1, LastModified: '2026-11-01T10:00:00Z' });
    aws.once('ListObjectsV2', { Contents: [listed('a')], IsTruncated: true, NextContinuationToken: 't' });
    aws.once('ListObjectsV2', { Contents: [listed('b')], IsTruncated: false });
    const keys = await listObjects({ bucket: 'reports', prefix: '2026/' }, { session: aws.session }).toArray();
    expect(keys.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(aws.requests[1]?.path).toContain('continuation-token=t');
  });

  it('are copied, with the key of the source encoded', async () => {
    await using aws = fakeAws({ answers: { CopyObject: { CopyObjectResult: { ETag: '"5d"' }, VersionId: 'v2' } } });
    const source = { ...object, versionId: 'v1' };
    expect(
      await copyObject({ bucket: 'archive', key: 'copy', source, metadata: { by: 'me' } }, { session: aws.session }),
    ).toMatchObject({ eTag: '"5d"', versionId: 'v2' });
    expect(aws.requests[0]?.headers).toMatchObject({
      'x-amz-copy-source': 'reports/2026/Gr%C3%B6%C3%9Fe%2011.csv?versionId=v1',
      'x-amz-metadata-directive': 'REPLACE',
    });
  });

  it('are deleted, 1,000 per request; errors names those that S3 has not deleted', async () => {
    await using aws = fakeAws();
    aws.once('DeleteObjects', { Errors: [{ Key: 'k-7', Code: 'AccessDenied', Message: 'Access Denied' }] });
    aws.once('DeleteObjects', {});
    const keys = Array.from({ length: 1_500 }, (_, n) => `k-${n}`);
    const result = await deleteObjects({ bucket: 'reports', objects: keys }, { session: aws.session });
    expect(result).toMatchObject({ deletedCount: 1_499, errors: [{ key: 'k-7', code: 'AccessDenied' }] });
    const sizes = aws.requests.map(({ input }) => (input['Delete'] as { Objects: unknown[] }).Objects.length);
    expect(sizes).toEqual([1_000, 500]);
    expect(await deleteObjects({ bucket: 'reports', objects: [] }, { session: aws.session })).toEqual({
      deletedCount: 0,
      errors: [],
    });
  });

  it('are deleted one by one; a locked version throws ConflictError', async () => {
    await using aws = fakeAws({ answers: { DeleteObject: { DeleteMarker: true, VersionId: 'm1' } } });
    expect(await deleteObject(object, { session: aws.session })).toMatchObject({ deleteMarker: true, versionId: 'm1' });
    const kept = awsError('AccessDenied', 'Access Denied because object protected by object lock.', { status: 403 });
    aws.on('DeleteObject', kept);
    const deleting = deleteObject({ ...object, versionId: 'v1' }, { session: aws.session });
    await expect(deleting).rejects.toThrow(ConflictError);
    await expect(deleting).rejects.not.toThrow('Add this statement');
  });

  it('throw UnexpectedResponseError if the received content is damaged', async () => {
    await using aws = fakeAws();
    aws.on('GetObject', { Body: 'hello', ChecksumCRC32: 'AAAAAA==' });
    await expect(getObjectStream(object, { session: aws.session }).toArray()).rejects.toThrow(UnexpectedResponseError);
  });
});
