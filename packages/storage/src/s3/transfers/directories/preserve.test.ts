import { chmod, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidInputError } from '@arch/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { memoryBucket, type MemoryBucket } from './__fixtures__/memory-bucket.js';
import { temporaryFolder, type TemporaryFolder } from './__fixtures__/temporary-folder.js';
import { downloadDirectory, syncDirectory, type SyncDirectoryInput, uploadDirectory } from './index.js';

let folder: TemporaryFolder;
let store: MemoryBucket;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = memoryBucket();
});
afterEach(async () => {
  await folder[Symbol.asyncDispose]();
  await store[Symbol.asyncDispose]();
});

const place = { bucket: 'my-site', prefix: 'www' };
const preserve = ['times', 'mode'] as const;
// The fraction is exact in binary.
const written = new Date('2020-02-03T04:05:06.750Z');
type Input = SyncDirectoryInput & { dryRun?: false };
const up = (): Input => ({ from: folder.path, to: place, preserve: ['times'] });
const down = (): Input => ({ from: place, to: folder.path, preserve: ['times'] });

describe('preserve', () => {
  it('stores times and modes of files, and restores them', async () => {
    const { session } = store.aws;
    await folder.write('source/run.sh', 'x', written);
    await chmod(join(folder.path, 'source/run.sh'), 0o750);
    await uploadDirectory({ directory: join(folder.path, 'source'), ...place, preserve }, { session });
    expect(store.objects.get('www/run.sh')?.input['Metadata']).toEqual({ mtime: '1580702706.75', mode: '33256' });
    await downloadDirectory({ directory: join(folder.path, 'copy'), ...place, preserve }, { session });
    const copy = await stat(join(folder.path, 'copy/run.sh'));
    expect(Math.abs(copy.mtimeMs - written.getTime())).toBeLessThan(1);
    expect(copy.mode & 0o777).toBe(0o750);
  });

  it('restores nothing that the object has not stored, and the mode of a replaced file stays', async () => {
    store.put('www/a', 'a');
    await folder.write('a', 'old', written);
    await chmod(join(folder.path, 'a'), 0o600);
    await downloadDirectory({ directory: folder.path, ...place, preserve }, { session: store.aws.session });
    const { mode, mtimeMs } = await stat(join(folder.path, 'a'));
    expect(mode & 0o777).toBe(0o600);
    expect(mtimeMs).toBeGreaterThan(written.getTime() + 1_000);
  });

  it('stores nothing without preserve', async () => {
    await folder.write('a', 'a');
    await uploadDirectory({ directory: folder.path, ...place }, { session: store.aws.session });
    expect(store.objects.get('www/a')?.input['Metadata']).toBeUndefined();
  });

  it('makes a synchronization compare the stored times, in both directions', async () => {
    const { session } = store.aws;
    for (const path of ['a', 'b', 'c']) await folder.write(path, path, new Date('2030-01-01'));
    expect(await syncDirectory(up(), { session })).toMatchObject({ transferredFiles: 3 });
    // Without the stored times, all three files would be newer than their objects.
    expect(await syncDirectory(up(), { session })).toMatchObject({ unchangedFiles: 3 });
    expect(store.sent('HeadObject')).toBe(3);
    await utimes(join(folder.path, 'b'), written, written);
    const plan = await syncDirectory({ ...up(), dryRun: true }, { session });
    expect(plan.actions.map(({ path, reason }) => [path, reason])).toEqual([['b', 'time']]);
    expect(String(plan)).toContain('upload    1 B  b  (another time)');
    expect(await syncDirectory(down(), { session })).toMatchObject({ transferredFiles: 1, unchangedFiles: 2 });
    expect(await syncDirectory(down(), { session })).toMatchObject({ unchangedFiles: 3 });
  });

  it('compares an object without a stored time by the time of its upload', async () => {
    for (const path of ['newer', 'older']) store.put(`www/${path}`, 'x', new Date('2026-05-01'));
    await folder.write('newer', 'x', new Date('2026-06-01'));
    await folder.write('older', 'x', new Date('2026-04-01'));
    const plan = await syncDirectory({ ...up(), dryRun: true }, { session: store.aws.session });
    expect(plan.actions.map(({ path, reason }) => [path, reason])).toEqual([['newer', 'newer']]);
  });

  it.each(['size', 'checksum'] as const)('sends no request for the time if it is compared by %s', async (compare) => {
    await folder.write('a', 'a', written);
    store.put('www/a', 'a');
    await syncDirectory({ ...up(), compare }, { session: store.aws.session });
    expect(store.sent('HeadObject')).toBe(compare === 'checksum' ? 1 : 0);
  });

  it('passes the members for an encryption with a customer key to the requests for the times', async () => {
    await folder.write('a', 'a', written);
    store.put('www/a', 'a');
    const key = Buffer.alloc(32).toString('base64');
    const aws = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: key, RequestPayer: 'requester' };
    await syncDirectory({ ...up(), aws }, { session: store.aws.session });
    const head = store.aws.requests.find(({ operation }) => operation === 'HeadObject');
    expect(head?.input).toMatchObject({ SSECustomerAlgorithm: 'AES256', RequestPayer: 'requester' });
  });

  it.each([
    [{ preserve: ['owner' as 'mode'] }],
    [{ preserve, metadata: { mtime: '1' } }],
    [{ preserve, metadata: { Mode: '1' } }],
  ])('rejects %j and sends nothing', async (settings) => {
    const { session } = store.aws;
    await expect(uploadDirectory({ directory: folder.path, ...place, ...settings }, { session })).rejects.toThrow(
      InvalidInputError,
    );
    await expect(syncDirectory({ ...up(), ...settings }, { session })).rejects.toThrow(InvalidInputError);
    expect(store.aws.requests).toEqual([]);
  });
});
