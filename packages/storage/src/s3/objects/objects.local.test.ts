import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { ConflictError, NotFoundError } from '@arch/core';
import { z } from '@arch/core/builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { getObjectLegalHold, putObjectLegalHold } from '../archives/index.js';
import { createBucket, deleteBucket } from '../buckets/index.js';
import { createMultipartUpload, listParts, uploadPart } from '../multipart-uploads/index.js';
import { getObjectAcl, putObjectAcl } from './access-control/index.js';
import { getObjectAttributes } from './attributes/index.js';
import { getObject } from './contents/index.js';
import { objectExists, waitForObject } from './existence/index.js';
import { copyObject, deleteObject, getObjectText, headObject, listObjects, putObject } from './index.js';
import { moveObject } from './moves/index.js';
import { copyPrefix, deletePrefix, movePrefix } from './prefixes/index.js';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './tags/index.js';

const bucket = 'local-objects';
const keys = async (prefix: string): Promise<string[]> =>
  (await listObjects({ bucket, prefix }).toArray()).map(({ key }) => key);

beforeAll(() => createBucket(bucket));
afterAll(() => deleteBucket({ bucket, empty: true, bypassGovernanceRetention: true }));

describe('getObject', () => {
  it('reads small and large objects, and writes them to a file', async () => {
    const path = join(tmpdir(), `arch-local-object-${process.pid}`);
    for (const size of [0, 5, 3_000_000]) {
      const object = { bucket, key: `contents/${size}` };
      await putObject({ ...object, body: 'x'.repeat(size), metadata: { by: 'me' } });
      const found = await getObject(object);
      expect(found).toMatchObject({ sizeBytes: size, metadata: { by: 'me' } });
      expect(await found.text()).toBe('x'.repeat(size));
      expect(Buffer.concat(await found.stream().toArray())).toHaveLength(size);
      expect(await found.toFile(path)).toEqual({ path, sizeBytes: size });
      expect(await readFile(path, 'utf8')).toBe('x'.repeat(size));
      expect(await getObject({ ...object, ifNoneMatch: found.eTag })).toBeUndefined();
    }
    await rm(path);
  });

  it('decompresses gzip', async () => {
    const object = { bucket, key: 'contents/prices.json' };
    await putObject({ ...object, body: new Uint8Array(gzipSync('{"prices":[1]}')), contentEncoding: 'gzip' });
    const found = await getObject({ ...object, decompress: true });
    expect(await found.json(z.object({ prices: z.array(z.number()) }))).toEqual({ prices: [1] });
    await expect(getObjectText(object)).rejects.toThrow('it is compressed with gzip');
  });

  it('throws ConflictError if a large object has been replaced before it is read', async () => {
    const object = { bucket, key: 'contents/replaced' };
    await putObject({ ...object, body: 'x'.repeat(3_000_000) });
    const found = await getObject(object);
    await putObject({ ...object, body: 'y'.repeat(3_000_000) });
    await expect(found.bytes()).rejects.toThrow(ConflictError);
  });
});

it('tells whether an object exists, and waits', async () => {
  const object = { bucket, key: 'existence' };
  expect(await objectExists(object)).toBe(false);
  await waitForObject({ ...object, state: 'deleted' });
  await putObject({ ...object, body: 'hello' });
  expect(await objectExists(object)).toBe(true);
  expect(await waitForObject({ ...object, state: 'exists' })).toMatchObject({ sizeBytes: 5 });
  await expect(objectExists({ ...object, bucket: 'local-no-such-bucket' })).rejects.toThrow(NotFoundError);
});

it('replaces, reads and deletes tags', async () => {
  const object = { bucket, key: 'tags' };
  await putObject({ ...object, body: 'hello', tags: { old: 'a' } });
  await putObjectTagging({ ...object, tags: { 'cost centre': '47/11' } });
  expect(await getObjectTagging(object)).toMatchObject({ tags: { 'cost centre': '47/11' } });
  await deleteObjectTagging(object);
  expect(await getObjectTagging(object)).toMatchObject({ tags: {} });
});

it('reads the attributes of an object', async () => {
  const object = { bucket, key: 'attributes' };
  const { eTag } = await putObject({ ...object, body: 'hello' });
  expect(await getObjectAttributes(object)).toMatchObject({ sizeBytes: 5, eTag, storageClass: 'STANDARD', parts: [] });
});

it('reads an access control list, and rejects a new one in a bucket that has none', async () => {
  const object = { bucket, key: 'acl' };
  await putObject({ ...object, body: 'hello' });
  const { ownerId, grants } = await getObjectAcl(object);
  expect(grants).toMatchObject([{ grantee: { id: ownerId }, permission: 'FULL_CONTROL' }]);
  await expect(putObjectAcl({ ...object, ownerId, grants })).rejects.toThrow('use a bucket policy');
});

it('reads a legal hold', async () => {
  const { bucket: locked } = await createBucket({ bucket: 'local-legal-hold', objectLock: true });
  const object = { bucket: locked, key: 'contract.pdf' };
  await putObject({ ...object, body: 'signed' });
  await putObjectLegalHold({ ...object, status: 'ON' });
  expect(await getObjectLegalHold(object)).toEqual({ status: 'ON' });
  await putObjectLegalHold({ ...object, status: 'OFF' });
  expect(await getObjectLegalHold(object)).toEqual({ status: 'OFF' });
  await deleteBucket({ bucket: locked, empty: true });
});

it('lists the parts of an upload', async () => {
  const upload = { bucket, key: 'parts' };
  const { uploadId } = await createMultipartUpload(upload);
  for (const partNumber of [1, 2])
    await uploadPart({ ...upload, uploadId, partNumber, body: new Uint8Array(5_242_880) });
  const parts = await listParts({ ...upload, uploadId }).toArray();
  expect(parts.map(({ partNumber, sizeBytes }) => [partNumber, sizeBytes])).toEqual([
    [1, 5_242_880],
    [2, 5_242_880],
  ]);
});

it('copies only if the destination does not exist', async () => {
  const source = { bucket, key: 'conditions/a' };
  await putObject({ ...source, body: 'hello' });
  await copyObject({ bucket, key: 'conditions/b', source, ifNoneMatch: '*' });
  await deleteObject(source);
  expect(await keys('conditions/')).toEqual(['conditions/b']);
});

it('moves an object', async () => {
  const source = { bucket, key: 'move/from' };
  await putObject({ ...source, body: 'hello', contentType: 'text/csv', storageClass: 'STANDARD_IA' });
  expect(await moveObject({ bucket, key: 'move/to', source })).toMatchObject({ sizeBytes: 5 });
  expect(await keys('move/')).toEqual(['move/to']);
  const moved = await headObject({ bucket, key: 'move/to' });
  expect(moved).toMatchObject({ contentType: 'text/csv', storageClass: 'STANDARD_IA' });
});

it('copies, moves and deletes all objects with a prefix', async () => {
  for (const name of ['a.csv', 'ü b+c.csv']) await putObject({ bucket, key: `new/${name}`, body: 'hello' });
  const source = { bucket, prefix: 'new/' };
  expect(await copyPrefix({ bucket, prefix: 'copy/', source })).toEqual({ objectCount: 2, sizeBytes: 10, failed: [] });
  expect(await keys('copy/')).toEqual(['copy/a.csv', 'copy/ü b+c.csv']);
  expect(await movePrefix({ bucket, prefix: 'done/', source })).toEqual({ objectCount: 2, sizeBytes: 10, failed: [] });
  expect([await keys('new/'), await keys('done/')]).toEqual([[], ['done/a.csv', 'done/ü b+c.csv']]);
  expect(await deletePrefix({ bucket, prefix: 'done/' })).toEqual({ objectCount: 2, sizeBytes: 10, failed: [] });
  expect(await keys('done/')).toEqual([]);
});
