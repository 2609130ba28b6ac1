import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { completeMultipartUpload, listParts } from './index.js';

const upload = { bucket: 'videos', key: 'film.mp4', uploadId: 'VXBsb2FkIElE' };

describe('listParts', () => {
  it('lists the parts of all pages in the form that completeMultipartUpload accepts', async () => {
    await using aws = fakeAws({ answers: { CompleteMultipartUpload: { ETag: '"5d-2"' } } });
    const { session } = aws;
    const first = { PartNumber: 1, ETag: '"a"', Size: 5_242_880, ChecksumCRC32: 'AAAAAA==' };
    aws.once('ListParts', { Parts: [first], IsTruncated: true, NextPartNumberMarker: '1' });
    aws.once('ListParts', { Parts: [{ PartNumber: 2, ETag: '"b"', Size: 3 }], IsTruncated: false });
    const parts = await listParts(upload, { session }).toArray();
    expect(parts).toEqual([
      { partNumber: 1, eTag: '"a"', sizeBytes: 5_242_880, checksumCrc32: 'AAAAAA==' },
      { partNumber: 2, eTag: '"b"', sizeBytes: 3 },
    ]);
    expect(aws.requests[1]?.input).toMatchObject({ PartNumberMarker: '1', UploadId: upload.uploadId });
    await completeMultipartUpload({ ...upload, parts }, { session });
    expect(aws.requests.at(-1)?.input).toMatchObject({
      MultipartUpload: {
        Parts: [
          { PartNumber: 1, ETag: '"a"', ChecksumCRC32: 'AAAAAA==' },
          { PartNumber: 2, ETag: '"b"' },
        ],
      },
    });
  });

  it('throws NotFoundError for an upload that is completed or aborted', async () => {
    const answer = awsError('NoSuchUpload', 'The specified multipart upload does not exist.', { status: 404 });
    await using aws = fakeAws({ answers: { ListParts: answer } });
    await expect(listParts(upload, { session: aws.session }).toArray()).rejects.toThrow(NotFoundError);
  });
});
