import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';

interface StoredObject {
  readonly body: Buffer;
  readonly lastModified: Date;
  readonly input: Readonly<Record<string, unknown>>;
}

/** A fake AWS with one bucket that stores its objects in memory. */
export interface MemoryBucket extends AsyncDisposable {
  readonly aws: FakeAws;
  readonly objects: Map<string, StoredObject>;
  readonly put: (key: string, body: string, lastModified?: Date) => void;
  /** The contents by their keys, in the order of a listing. */
  readonly contents: () => Readonly<Record<string, string>>;
  readonly sent: (operation: string) => number;
}

const bytesOrder = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const eTagOf = (body: Buffer): string => `"${crc32(body).toString(16)}"`;

export const memoryBucket = (): MemoryBucket => {
  const aws = fakeAws();
  const objects = new Map<string, StoredObject>();
  const keys = (): string[] => [...objects.keys()].sort(bytesOrder);
  const put = (key: string, body: string, lastModified = new Date('2026-01-01')): void =>
    void objects.set(key, { body: Buffer.from(body), lastModified, input: {} });
  const head = ({ Key }: { Key: string }): object => {
    const found = objects.get(Key);
    if (!found) return awsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
    const { body, lastModified } = found;
    const sum = { ChecksumCRC32: crc32ToBase64(crc32(body)), ChecksumType: 'FULL_OBJECT' };
    const Metadata = found.input['Metadata'] ?? {};
    return {
      ContentLength: body.length,
      ETag: eTagOf(body),
      LastModified: lastModified.toUTCString(),
      ...sum,
      Metadata,
    };
  };
  aws.on('ListObjectsV2', (input: { Prefix?: string; ContinuationToken?: string }) => {
    const after = input.ContinuationToken ?? '';
    const left = keys().filter((key) => key.startsWith(input.Prefix ?? '') && bytesOrder(key, after) > 0);
    const page = left.slice(0, 3);
    return {
      IsTruncated: left.length > page.length,
      ...(left.length > page.length && { NextContinuationToken: page.at(-1) }),
      Contents: page.map((Key) => {
        const { body, lastModified } = objects.get(Key)!;
        return { Key, Size: body.length, LastModified: lastModified.toISOString(), ETag: eTagOf(body) };
      }),
    };
  });
  aws.on('PutObject', (input: Record<string, unknown>) => {
    const body = Buffer.from(input['Body'] as Uint8Array);
    objects.set(input['Key'] as string, { body, lastModified: new Date('2026-06-01'), input });
    return { ETag: eTagOf(body) };
  });
  aws.on('HeadObject', head);
  aws.on('GetObject', (input: { Key: string; Range?: string }) => {
    const found = objects.get(input.Key);
    if (!found) return head(input);
    if (found.input['StorageClass'] === 'GLACIER')
      return awsError('InvalidObjectState', 'The operation is not valid', { status: 403 });
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(input.Range ?? '') ?? [];
    // S3 sends the checksum and the metadata with a whole object.
    if (start === undefined) return { ...head(input), Body: found.body };
    return { Body: found.body.subarray(Number(start), Number(end) + 1), ETag: eTagOf(found.body) };
  });
  aws.on('CopyObject', ({ Key, CopySource }: { Key: string; CopySource: string }) => {
    const found = objects.get(decodeURIComponent(CopySource).replace(/^[^/]*\//, ''));
    if (!found) return awsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
    objects.set(Key, { ...found, lastModified: new Date('2026-06-01') });
    return { CopyObjectResult: { ETag: eTagOf(found.body) } };
  });
  aws.on('DeleteObjects', (input: { Delete: { Objects: readonly { Key: string }[] } }) => {
    for (const { Key } of input.Delete.Objects) objects.delete(Key);
    return {};
  });
  return {
    aws,
    objects,
    put,
    contents: () => Object.fromEntries(keys().map((key) => [key, objects.get(key)!.body.toString()])),
    sent: (operation) => aws.requests.filter((request) => request.operation === operation).length,
    [Symbol.asyncDispose]: () => aws[Symbol.asyncDispose](),
  };
};
