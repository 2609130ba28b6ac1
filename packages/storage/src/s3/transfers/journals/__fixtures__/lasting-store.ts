import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import { crc32ToBase64 } from '@arch/core/builder';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';

interface Upload {
  readonly key: string;
  readonly parts: Map<number, Buffer>;
}

/** A fake AWS with one bucket, whose multipart uploads and objects remain between calls. */
export interface LastingStore extends AsyncDisposable {
  readonly aws: FakeAws;
  readonly uploads: Map<string, Upload>;
  readonly objects: Map<string, Buffer>;
  /** Returns the numbers of the parts, or the starts of the ranges, of the requests since the last call. */
  readonly sent: () => readonly number[];
}

const md5 = (body: Uint8Array): string => createHash('md5').update(body).digest('hex');
const noUpload = awsError('NoSuchUpload', 'The specified upload does not exist.', { status: 404 });
const noKey = awsError('NotFound', '', { status: 404 });

export const lastingStore = (): LastingStore => {
  const aws = fakeAws();
  const uploads = new Map<string, Upload>();
  const objects = new Map<string, Buffer>();
  let created = 0;
  let seen = 0;
  aws.on('CreateMultipartUpload', ({ Key }: { Key: string }) => {
    const id = `u-${++created}`;
    uploads.set(id, { key: Key, parts: new Map() });
    return { UploadId: id };
  });
  aws.on('UploadPart', ({ UploadId, PartNumber, Body }: { UploadId: string; PartNumber: number; Body: Uint8Array }) => {
    const upload = uploads.get(UploadId);
    if (!upload) return noUpload;
    upload.parts.set(PartNumber, Buffer.from(Body));
    return { ETag: `"${md5(Body)}"`, ChecksumCRC32: crc32ToBase64(crc32(Body)) };
  });
  aws.on('ListParts', ({ UploadId }: { UploadId: string }) => {
    const upload = uploads.get(UploadId);
    if (!upload) return noUpload;
    const parts = [...upload.parts].toSorted(([one], [other]) => one - other);
    return {
      IsTruncated: false,
      Parts: parts.map(([PartNumber, body]) => ({ PartNumber, ETag: `"${md5(body)}"`, Size: body.byteLength })),
    };
  });
  aws.on('CompleteMultipartUpload', ({ UploadId }: { UploadId: string }) => {
    const upload = uploads.get(UploadId);
    if (!upload) return noUpload;
    const whole = Buffer.concat([...upload.parts].toSorted(([one], [other]) => one - other).map(([, body]) => body));
    uploads.delete(UploadId);
    objects.set(upload.key, whole);
    return { ETag: `"${md5(whole)}-x"`, ChecksumType: 'FULL_OBJECT', ChecksumCRC32: crc32ToBase64(crc32(whole)) };
  });
  aws.on('AbortMultipartUpload', ({ UploadId }: { UploadId: string }) => (uploads.delete(UploadId) ? {} : noUpload));
  aws.on('PutObject', ({ Key, Body }: { Key: string; Body: Uint8Array }) => {
    objects.set(Key, Buffer.from(Body));
    return { ETag: `"${md5(Body)}"` };
  });
  aws.on('HeadObject', ({ Key }: { Key: string }) => {
    const body = objects.get(Key);
    if (!body) return noKey;
    const sum = { ChecksumType: 'FULL_OBJECT', ChecksumCRC32: crc32ToBase64(crc32(body)) };
    return { ContentLength: body.byteLength, ETag: `"${md5(body)}-x"`, ...sum };
  });
  aws.on('GetObject', ({ Key, Range }: { Key: string; Range?: string }) => {
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(Range ?? '') ?? [];
    const body = objects.get(Key) ?? Buffer.alloc(0);
    return { Body: body.subarray(Number(start), Number(end) + 1), ETag: `"${md5(body)}-x"` };
  });
  const numberOf = ({ operation, input }: FakeAws['requests'][number]): readonly number[] => {
    if (operation === 'UploadPart') return [input['PartNumber'] as number];
    if (operation !== 'GetObject') return [];
    return [Number(/^bytes=(\d+)-/.exec(input['Range'] as string)?.[1])];
  };
  return {
    aws,
    uploads,
    objects,
    sent: () => {
      const numbers = aws.requests.slice(seen).flatMap(numberOf);
      seen = aws.requests.length;
      return numbers.toSorted((one, other) => one - other);
    },
    [Symbol.asyncDispose]: () => aws[Symbol.asyncDispose](),
  };
};
