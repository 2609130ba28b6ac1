import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

import { AccessDeniedError, ConflictError, InvalidInputError, LocalError, NotFoundError } from '@arch/core';
import { crc32ToBase64 } from '@arch/core/builder';
import { awsError, type FakeAws, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { type TemporaryFolder, temporaryFolder } from '../__fixtures__/temporary-folder.js';
import { archiveDirectory, type ArchiveDirectoryInput, type ArchiveManifest } from './index.js';

/** A fake AWS with one bucket with Object Lock, which returns the retentions that it received. */
const lockedBucket = (): { readonly aws: FakeAws; readonly puts: Map<string, Put> } => {
  const puts = new Map<string, Put>();
  const aws = fakeAws();
  aws.on('GetObjectLockConfiguration', { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } });
  aws.on('PutObject', (put: Put) => {
    puts.set(put.Key, put);
    return { ETag: '"5d"', VersionId: `v-${put.Key}` };
  });
  aws.on('GetObjectRetention', ({ Key }: { readonly Key: string }) => {
    const { ObjectLockMode: Mode, ObjectLockRetainUntilDate: date } = puts.get(Key)!;
    return { Retention: { Mode, RetainUntilDate: date.toISOString() } };
  });
  return { aws, puts };
};

interface Put {
  readonly Key: string;
  readonly Body: Uint8Array;
  readonly StorageClass?: string;
  readonly ContentType?: string;
  readonly ObjectLockMode: string;
  readonly ObjectLockRetainUntilDate: Date;
}

const contracts = async (): Promise<TemporaryFolder> => {
  const folder = await temporaryFolder();
  await folder.write('b.txt', 'second');
  await folder.write('a/1.txt', 'first');
  return folder;
};
const inputOf = ({ path }: TemporaryFolder): ArchiveDirectoryInput => ({
  from: path,
  bucket: 'originals',
  prefix: '2026',
  retain: { years: 7 },
});
const manifestOf = (puts: Map<string, Put>): ArchiveManifest =>
  JSON.parse(Buffer.from(puts.get('2026/archive-manifest.json')!.Body).toString()) as ArchiveManifest;
const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const crc32Of = (text: string): string => crc32ToBase64(crc32(text));
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);
// The clock of a fake AWS starts on 1 January 2026.
const retainUntilDate = new Date('2033-01-01T00:00:00Z');

describe('archiveDirectory', () => {
  it('uploads each file with its lock, then a manifest with its lock, and reads all locks back', async () => {
    await using folder = await contracts();
    const { aws, puts } = lockedBucket();
    const archived = await archiveDirectory(inputOf(folder), { session: aws.session });
    const manifest = puts.get('2026/archive-manifest.json')!;
    expect(archived).toEqual({
      bucket: 'originals',
      mode: 'GOVERNANCE',
      retainUntilDate,
      archivedFiles: 2,
      archivedBytes: 11,
      manifest: {
        key: '2026/archive-manifest.json',
        versionId: 'v-2026/archive-manifest.json',
        sizeBytes: manifest.Body.byteLength,
        sha256: sha256(manifest.Body),
        checksumCrc32: expect.any(String) as string,
      },
      isLocked: true,
      unlocked: [],
      failed: [],
      skipped: [],
    });
    expect([...puts.keys()].at(-1)).toBe('2026/archive-manifest.json');
    for (const put of puts.values())
      expect(put).toMatchObject({ ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: retainUntilDate });
    expect(puts.get('2026/b.txt')).toMatchObject({ StorageClass: 'GLACIER', ContentType: 'text/plain' });
    expect(manifest).toMatchObject({ ContentType: 'application/json' });
    expect(manifest.StorageClass).toBeUndefined();
    expect(operations(aws).slice(-3)).toEqual(['GetObjectRetention', 'GetObjectRetention', 'GetObjectRetention']);
    expect(aws.requests.at(-1)?.input).toMatchObject({ VersionId: 'v-2026/archive-manifest.json' });
  });

  it('writes a manifest with the checksums of all files in the order of their keys', async () => {
    await using folder = await contracts();
    const { aws, puts } = lockedBucket();
    await symlink('b.txt', join(folder.path, 'link'));
    await archiveDirectory({ ...inputOf(folder), exclude: ['*.tmp'] }, { session: aws.session });
    expect(manifestOf(puts)).toEqual({
      version: 1,
      bucket: 'originals',
      prefix: '2026/',
      archivedAt: '2026-01-01T00:00:00.000Z',
      mode: 'GOVERNANCE',
      retainUntilDate: '2033-01-01T00:00:00.000Z',
      failed: [],
      skipped: ['link'],
      files: [
        {
          path: 'a/1.txt',
          key: '2026/a/1.txt',
          versionId: 'v-2026/a/1.txt',
          sizeBytes: 5,
          sha256: sha256('first'),
          checksumCrc32: crc32Of('first'),
        },
        {
          path: 'b.txt',
          key: '2026/b.txt',
          versionId: 'v-2026/b.txt',
          sizeBytes: 6,
          sha256: sha256('second'),
          checksumCrc32: crc32Of('second'),
        },
      ],
    });
  });

  it('locks a file that is uploaded in parts', async () => {
    await using folder = await temporaryFolder();
    await folder.write('large.bin', 'x'.repeat(6_000_000));
    const { aws } = lockedBucket();
    aws.on('CreateMultipartUpload', { UploadId: 'u-1' });
    aws.on('UploadPart', { ETag: '"part"' });
    aws.on('CompleteMultipartUpload', { ETag: '"whole-2"', VersionId: 'v1' });
    aws.on('GetObjectRetention', {
      Retention: { Mode: 'GOVERNANCE', RetainUntilDate: retainUntilDate.toISOString() },
    });
    const input = { ...inputOf(folder), partSizeBytes: 5_242_880 };
    const archived = await archiveDirectory(input, { session: aws.session });
    expect(archived).toMatchObject({ archivedFiles: 1, archivedBytes: 6_000_000, isLocked: true, failed: [] });
    expect(aws.requests.find(({ operation }) => operation === 'CreateMultipartUpload')?.input).toMatchObject({
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: retainUntilDate,
      StorageClass: 'GLACIER',
    });
  });

  it('names each object that is not locked as requested', async () => {
    await using folder = await contracts();
    const { aws } = lockedBucket();
    const short = { Mode: 'GOVERNANCE', RetainUntilDate: '2027-01-01T00:00:00Z' };
    aws.on('GetObjectRetention', ({ Key }: { readonly Key: string }) =>
      Key === '2026/b.txt'
        ? awsError('NoSuchObjectLockConfiguration', 'no retention', { status: 404 })
        : { Retention: { ...short, ...(Key === '2026/a/1.txt' ? {} : { RetainUntilDate: '2040-01-01T00:00:00Z' }) } },
    );
    const { isLocked, unlocked } = await archiveDirectory(inputOf(folder), { session: aws.session });
    expect(isLocked).toBe(false);
    expect(unlocked).toEqual([
      {
        key: '2026/a/1.txt',
        versionId: 'v-2026/a/1.txt',
        reason:
          'the retention is GOVERNANCE until 2027-01-01T00:00:00.000Z, but GOVERNANCE until 2033-01-01T00:00:00.000Z was requested',
      },
      { key: '2026/b.txt', versionId: 'v-2026/b.txt', reason: 'the version has no retention' },
    ]);
  });

  it('finds a weaker mode, and throws if it may not read the locks', async () => {
    await using folder = await contracts();
    const { aws } = lockedBucket();
    const input = { ...inputOf(folder), mode: 'COMPLIANCE', confirmRetention: '7 years' } as const;
    aws.on('GetObjectRetention', { Retention: { Mode: 'GOVERNANCE', RetainUntilDate: '2040-01-01T00:00:00Z' } });
    expect((await archiveDirectory(input, { session: aws.session })).unlocked).toHaveLength(3);
    aws.on('GetObjectRetention', awsError('AccessDenied', 'Access Denied', { status: 403 }));
    const archiving = archiveDirectory(input, { session: aws.session });
    await expect(archiving).rejects.toThrow(AccessDeniedError);
    await expect(archiving).rejects.toThrow('The number of files that are already archived and locked is 2.');
  });

  it('lists files that fail, also in the manifest, and archives the others', async () => {
    await using folder = await contracts();
    await folder.write('archive-manifest.json', '{}');
    const { aws, puts } = lockedBucket();
    const { archivedFiles, failed, isLocked } = await archiveDirectory(inputOf(folder), { session: aws.session });
    expect([archivedFiles, isLocked]).toEqual([2, true]);
    expect(failed.map(({ path, error }) => [path, error.message])).toEqual([
      [
        'archive-manifest.json',
        'archiveDirectory: the file archive-manifest.json has the name of the manifest. Rename it, or exclude it.',
      ],
    ]);
    expect(manifestOf(puts).failed).toEqual(['archive-manifest.json']);
  });

  it('does not list a file in the manifest that changed between its checksum and its upload', async () => {
    await using folder = await contracts();
    const { aws, puts } = lockedBucket();
    let uploads = 0;
    const onEvent = ({ type, operation }: { readonly type: string; readonly operation: string }): void => {
      // The checksum of the second file is computed, and its upload has not read it yet.
      if (type === 'call-start' && operation === 'uploadFile' && ++uploads === 2)
        appendFileSync(join(folder.path, 'b.txt'), '!');
    };
    const archiving = archiveDirectory({ ...inputOf(folder), concurrency: 1 }, { session: aws.session, onEvent });
    const { failed, archivedFiles } = await archiving;
    expect(archivedFiles).toBe(1);
    expect(failed).toMatchObject([{ path: 'b.txt', action: 'upload' }]);
    expect(failed[0]?.error).toBeInstanceOf(ConflictError);
    expect(failed[0]?.error.message).toMatch(
      /b\.txt changed while it was archived\. The version v-2026\/b\.txt of 2026\/b\.txt is locked, but not in the manifest\. Archive the file again\.$/,
    );
    expect(manifestOf(puts)).toMatchObject({ files: [{ path: 'a/1.txt' }], failed: ['b.txt'] });
  });

  it('rejects before the upload if the bucket has no Object Lock', async () => {
    await using folder = await contracts();
    const { aws } = lockedBucket();
    aws.on(
      'GetObjectLockConfiguration',
      awsError('ObjectLockConfigurationNotFoundError', 'Object Lock configuration does not exist', { status: 404 }),
    );
    const archiving = archiveDirectory(inputOf(folder), { session: aws.session });
    await expect(archiving).rejects.toThrow(ConflictError);
    expect(operations(aws)).toEqual(['GetObjectLockConfiguration']);
  });

  it('throws for a directory that is empty or does not exist, and for a bucket that does not exist', async () => {
    await using folder = await temporaryFolder();
    const { aws } = lockedBucket();
    const empty = archiveDirectory(inputOf(folder), { session: aws.session });
    await expect(empty).rejects.toThrow(InvalidInputError);
    await expect(empty).rejects.toThrow('contains no files to archive');
    const missing = { ...inputOf(folder), from: join(folder.path, 'missing') };
    await expect(archiveDirectory(missing, { session: aws.session })).rejects.toThrow(LocalError);
    expect(operations(aws)).not.toContain('PutObject');
    aws.on('GetObjectLockConfiguration', awsError('NoSuchBucket', 'no such bucket', { status: 404 }));
    await expect(archiveDirectory(inputOf(folder), { session: aws.session })).rejects.toThrow(NotFoundError);
  });

  it.each<[Partial<ArchiveDirectoryInput>, string]>([
    [
      { mode: 'COMPLIANCE' },
      "archiveDirectory: mode: 'COMPLIANCE' requires confirmRetention: '7 years': nobody can delete the objects before, not even the root user.",
    ],
    [
      { mode: 'COMPLIANCE', confirmRetention: '7 days' },
      "requires confirmRetention: '7 years' (got '7 days'): nobody can delete",
    ],
    [
      { mode: 'COMPLIANCE', retain: { days: 1 }, confirmRetention: '1 days' },
      "confirmRetention: '1 day' (got '1 days')",
    ],
    [
      { mode: 'COMPLIANCE', retain: { until: new Date('2033-12-31T12:00:00Z') } },
      "confirmRetention: 'until 2033-12-31'",
    ],
    [{ confirmRetention: '7 years' }, "provide confirmRetention only together with mode: 'COMPLIANCE'"],
    [{ retain: { until: new Date('2020-01-01') } }, 'archiveDirectory: retain.until must be a date in the future'],
    [{ retain: undefined as never }, 'retain'],
    [{ storageClass: 'STANDARD' as never }, 'storageClass'],
    [{ dryRun: true } as never, 'unknown member dryRun'],
  ])('rejects invalid input before anything is sent: %o', async (members, message) => {
    await using aws = fakeAws();
    const input = { from: 'contracts', bucket: 'originals', retain: { years: 7 }, ...members };
    const archiving = archiveDirectory(input, { session: aws.session });
    await expect(archiving).rejects.toThrow(InvalidInputError);
    await expect(archiving).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
