import { crc32 } from 'node:zlib';

import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { treeHashOf } from '../../tree-hash.js';
import { vaultAndBucket } from './__fixtures__/vault-and-bucket.js';
import { copyVaultToBucket, type VaultCopyProgress } from './index.js';

const mebibyte = 1_048_576;
const contents = { a: Buffer.from('the first archive'), b: Buffer.alloc(2 * mebibyte + 5, 'b'), c: Buffer.from('c') };
const place = { vaultName: 'photos', bucket: 'photos-archive', prefix: 'vault' };
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);
const count = (aws: FakeAws, operation: string): number => operations(aws).filter((each) => each === operation).length;

describe('copyVaultToBucket', () => {
  it('copies each archive of the last inventory, with its metadata', async () => {
    await using aws = fakeAws();
    const { archives, objects } = vaultAndBucket(aws, contents);
    const seen: VaultCopyProgress[] = [];
    const onProgress = (progress: VaultCopyProgress): void => void seen.push(progress);
    const copy = await copyVaultToBucket({ ...place, onProgress }, { session: aws.session });
    const copiedBytes = archives.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    expect(copy).toMatchObject({ vaultName: 'photos', bucket: 'photos-archive', copiedBytes, skipped: [], failed: [] });
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(contents.a));
    expect(copy.copied.toSorted((one, other) => one.archiveId.localeCompare(other.archiveId))[0]).toEqual({
      archiveId: 'a',
      key: 'vault/a',
      versionId: 'v-vault/a',
      sizeBytes: 17,
      sha256TreeHash: treeHashOf(contents.a),
      checksumCrc32: crc.toString('base64'),
    });
    expect(copy.copied).toHaveLength(3);
    expect(Buffer.from(objects.get('vault/b')!.Body!).equals(contents.b)).toBe(true);
    expect(objects.get('vault/b')).toMatchObject({
      StorageClass: 'DEEP_ARCHIVE',
      IfNoneMatch: '*',
      Metadata: {
        'vault-archive-id': 'b',
        'vault-archive-description': 'b.tar',
        'vault-archive-creation-date': '2020-03-21T09:12:11.000Z',
        'vault-archive-tree-hash': treeHashOf(contents.b),
      },
    });
    const jobs = aws.requests.filter(({ operation }) => operation === 'InitiateJob').map(({ input }) => input);
    const [inventory, ...retrievals] = jobs;
    expect(inventory).toMatchObject({
      jobParameters: { Type: 'inventory-retrieval', Description: 'The inventory for copyVaultToBucket' },
    });
    // They are sent in parallel.
    expect(retrievals).toHaveLength(3);
    for (const ArchiveId of ['a', 'b', 'c'])
      expect(retrievals).toContainEqual(
        expect.objectContaining({ jobParameters: expect.objectContaining({ ArchiveId, Tier: 'Bulk' }) as object }),
      );
    expect(seen.at(-1)).toEqual({
      totalArchives: 3,
      totalBytes: copiedBytes,
      copiedArchives: 3,
      skippedArchives: 0,
      failedArchives: 0,
      copiedBytes,
    });
    expect(operations(aws)).not.toContain('DeleteArchive');
  });

  it('uploads a large archive in parts, from ranges', async () => {
    await using aws = fakeAws();
    const large = Buffer.alloc(17 * mebibyte, 'arch');
    const { archives, objects } = vaultAndBucket(aws, { large });
    const copy = await copyVaultToBucket({ ...place, archives }, { session: aws.session });
    expect(copy.copied).toMatchObject([{ key: 'vault/large', sizeBytes: large.length }]);
    expect(objects.get('vault/large')?.size).toBe(large.length);
    expect([count(aws, 'GetJobOutput'), count(aws, 'UploadPart')]).toEqual([3, 3]);
  });

  it('locks each object in the request that writes it', async () => {
    await using aws = fakeAws();
    const { archives, objects } = vaultAndBucket(aws, contents);
    const input = { ...place, archives, retain: { years: 7 }, storageClass: 'GLACIER' } as const;
    const copy = await copyVaultToBucket(input, { session: aws.session });
    // The clock of a fake AWS starts on 1 January 2026.
    const retainUntilDate = new Date('2033-01-01T00:00:00Z');
    expect(copy.retainUntilDate).toEqual(retainUntilDate);
    expect(objects.get('vault/a')).toMatchObject({
      StorageClass: 'GLACIER',
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: retainUntilDate,
    });
  });

  it('retrieves several archives at the same time, up to maxJobs', async () => {
    await using aws = fakeAws();
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`a${index}`, Buffer.from(`${index}`)]));
    const { archives } = vaultAndBucket(aws, many);
    await copyVaultToBucket({ ...place, archives, maxJobs: 2 }, { session: aws.session });
    const starts = operations(aws).filter((name) => name === 'InitiateJob' || name === 'PutObject');
    let [started, most] = [0, 0];
    for (const name of starts) most = Math.max(most, (started += name === 'InitiateJob' ? 1 : -1));
    expect(most).toBe(2);
  });
});

it('copies only as many archives at the same time as concurrency allows', async () => {
  await using aws = fakeAws();
  const many = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`a${index}`, Buffer.from(`${index}`)]));
  const { archives } = vaultAndBucket(aws, many);
  await copyVaultToBucket({ ...place, archives, concurrency: 1 }, { session: aws.session });
  const transfers = operations(aws).filter((name) => name === 'GetJobOutput' || name === 'PutObject');
  expect(transfers).toEqual(archives.flatMap(() => ['GetJobOutput', 'PutObject']));
});

describe('a repeated copy', () => {
  it('skips existing copies, and starts no jobs for them', async () => {
    await using aws = fakeAws();
    const { archives } = vaultAndBucket(aws, contents);
    const input = { ...place, prefix: 'vault/', archives };
    await copyVaultToBucket({ ...input, archives: archives.slice(0, 2) }, { session: aws.session });
    const { copied, skipped, failed, copiedBytes } = await copyVaultToBucket(input, { session: aws.session });
    expect(copied).toMatchObject([{ archiveId: 'c' }]);
    expect(copiedBytes).toBe(1);
    expect(skipped).toEqual([
      { archiveId: 'a', key: 'vault/a' },
      { archiveId: 'b', key: 'vault/b' },
    ]);
    expect(failed).toEqual([]);
    expect(count(aws, 'InitiateJob')).toBe(3);
  });

  it('uses jobs that are in progress or whose output exists, also for the inventory', async () => {
    await using aws = fakeAws();
    const { job } = vaultAndBucket(aws, contents);
    const inventory = { JobId: 'job-inventory', Action: 'InventoryRetrieval', ArchiveId: null };
    aws.on('ListJobs', {
      JobList: [
        job('a', { StatusCode: 'InProgress', Completed: false }),
        job('b'),
        job('c', { StatusCode: 'Failed' }),
        job('inventory', { ...inventory, JobDescription: 'The inventory for copyVaultToBucket' }),
        // May contain only a part of the archives.
        job('inventory', { ...inventory, JobId: 'job-other', JobDescription: 'weekly' }),
      ],
      Marker: null,
    });
    const { copied } = await copyVaultToBucket(place, { session: aws.session });
    expect(copied).toHaveLength(3);
    expect(aws.requests.filter(({ operation }) => operation === 'InitiateJob').map(({ input }) => input)).toMatchObject(
      [{ jobParameters: { ArchiveId: 'c' } }],
    );
  });

  it('does not use a job for a part of an archive', async () => {
    await using aws = fakeAws();
    const { archives, job } = vaultAndBucket(aws, { b: contents.b });
    aws.on('ListJobs', { JobList: [job('b', { RetrievalByteRange: '0-1048575' })], Marker: null });
    await copyVaultToBucket({ ...place, archives }, { session: aws.session });
    expect(count(aws, 'InitiateJob')).toBe(1);
  });

  it('starts a new job if AWS has deleted the output of the old one', async () => {
    await using aws = fakeAws();
    const { archives, job } = vaultAndBucket(aws, { b: contents.b });
    aws.on('ListJobs', { JobList: [job('b', { JobId: 'job-old' })], Marker: null });
    aws.once('DescribeJob', job('b', { JobId: 'job-old' }));
    aws.once(
      'GetJobOutput',
      awsError('ResourceNotFoundException', 'The job ID was not found: job-old', { status: 404 }),
    );
    const { copied } = await copyVaultToBucket({ ...place, archives }, { session: aws.session });
    expect(copied).toHaveLength(1);
    expect(count(aws, 'InitiateJob')).toBe(1);
  });

  it('does not replace an object that is not the copy', async () => {
    await using aws = fakeAws();
    const { archives, objects } = vaultAndBucket(aws, contents);
    objects.set('vault/a', { Key: 'vault/a', Metadata: {}, size: 17 });
    const { copied, failed } = await copyVaultToBucket({ ...place, archives }, { session: aws.session });
    expect(copied).toHaveLength(2);
    expect(failed).toMatchObject([{ archiveId: 'a', key: 'vault/a', error: { name: 'ConflictError' } }]);
    expect(failed[0]?.error.message).toMatch(
      /^copyVaultToBucket: the object vault\/a exists in photos-archive and is not/,
    );
    expect(aws.requests.filter(({ input }) => input['Key'] === 'vault/a').map(({ operation }) => operation)).toEqual([
      'HeadObject',
    ]);
  });
});
