import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';
import type { FakeAws } from '@arch/core/testing';

/** Makes S3 accept multipart uploads. Returns the uploaded parts, by their numbers. */
export const keepParts = (aws: FakeAws): Map<number, Uint8Array> => {
  const parts = new Map<number, Uint8Array>();
  aws.on('CreateMultipartUpload', { UploadId: 'u-1' });
  aws.on('UploadPart', (input: { PartNumber?: number; Body?: Uint8Array }) => {
    parts.set(input.PartNumber ?? 0, input.Body ?? new Uint8Array());
    return { ETag: `"part-${input.PartNumber}"`, ChecksumCRC32: crc32ToBase64(crc32(input.Body ?? '')) };
  });
  aws.on('CompleteMultipartUpload', { ETag: '"whole-3"', VersionId: 'v1' });
  aws.on('AbortMultipartUpload', {});
  return parts;
};

/** Returns the operations of all requests, in order. */
export const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);
