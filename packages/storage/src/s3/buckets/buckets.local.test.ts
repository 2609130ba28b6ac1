import { AlreadyExistsError, ConflictError, NotFoundError } from '@arch/core';
import { z } from '@arch/core/builder';
import { expect, it } from 'vitest';

import {
  copyObject,
  deleteObject,
  getObjectJson,
  getObjectStream,
  getObjectText,
  headObject,
  listObjects,
  putObject,
} from '../objects/index.js';
import { createBucket, deleteBucket, describeBucket, listBuckets } from './index.js';

it('creates a bucket, writes, lists and reads objects, and deletes the bucket with its objects', async () => {
  const bucket = 'local-reports';
  await createBucket({ bucket, versioning: true, tags: { test: 'local' } });
  // On AWS the bucket blocks public access and encrypts by default; the local AWS has neither default.
  expect(await describeBucket(bucket)).toMatchObject({ versioning: 'Enabled', tags: { test: 'local' } });
  await expect(createBucket(bucket)).rejects.toThrow(AlreadyExistsError);

  const key = 'prices/Größe 1.json';
  await putObject({ bucket, key, json: { prices: [1, 2] }, metadata: { by: 'test', name: '報告 – Größe' } });
  expect(await getObjectJson({ bucket, key, schema: z.object({ prices: z.array(z.number()) }) })).toEqual({
    prices: [1, 2],
  });
  expect(await headObject({ bucket, key })).toMatchObject({
    sizeBytes: 16,
    metadata: { by: 'test', name: '報告 – Größe' },
    contentType: 'application/json',
  });
  await expect(putObject({ bucket, key, body: 'again', ifNoneMatch: '*' })).rejects.toThrow(ConflictError);
  await copyObject({ bucket, key: 'copy.json', source: { bucket, key } });
  expect(await getObjectText({ bucket, key: 'copy.json' })).toBe('{"prices":[1,2]}');
  expect(Buffer.concat(await getObjectStream({ bucket, key, range: { start: 2, end: 7 } }).toArray()).toString()).toBe(
    'prices',
  );
  expect((await listObjects({ bucket, prefix: 'prices/' }).toArray()).map((each) => each.key)).toEqual([key]);
  expect(
    (await listObjects({ bucket, delimiter: '/' }).toArray()).map((each) => ('key' in each ? each.key : each.prefix)),
  ).toEqual(['copy.json', 'prices/']);
  await deleteObject({ bucket, key: 'copy.json' });
  await expect(getObjectText({ bucket, key: 'copy.json' })).rejects.toThrow(NotFoundError);

  await expect(deleteBucket(bucket)).rejects.toThrow(ConflictError);
  await deleteBucket({ bucket, empty: true });
  expect(await listBuckets({ prefix: bucket }).count()).toBe(0);
});
