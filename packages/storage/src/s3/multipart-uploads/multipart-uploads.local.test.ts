import { NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { createBucket, deleteBucket } from '../buckets/index.js';
import { getObjectBytes, putObject } from '../objects/index.js';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  uploadPart,
  uploadPartCopy,
} from './index.js';

const mebibyte = 1_048_576;

it('creates an object from a copied part and an uploaded part', async () => {
  const { bucket } = await createBucket('local-parts');
  const source = { bucket, key: 'source' };
  await putObject({ ...source, body: Buffer.alloc(6 * mebibyte, 'abcd') });
  const { uploadId } = await createMultipartUpload({ bucket, key: 'made' });
  const upload = { bucket, key: 'made', uploadId };
  expect(await listMultipartUploads({ bucket }).toArray()).toMatchObject([{ key: 'made', uploadId }]);

  const range = { start: 1, end: 5 * mebibyte };
  const copied = await uploadPartCopy({ ...upload, partNumber: 1, source, range });
  const uploaded = await uploadPart({ ...upload, partNumber: 2, body: Buffer.from('tail') });
  await completeMultipartUpload({ ...upload, parts: [copied, uploaded], sizeBytes: 5 * mebibyte + 4 });
  const made = Buffer.from(await getObjectBytes({ bucket, key: 'made' }));
  expect(made).toHaveLength(5 * mebibyte + 4);
  expect(made.subarray(0, 4).toString() + made.subarray(-4).toString()).toBe('bcdatail');

  await expect(abortMultipartUpload({ ...upload, uploadId: 'none' })).rejects.toThrow(NotFoundError);
  await deleteBucket({ bucket, empty: true });
});
