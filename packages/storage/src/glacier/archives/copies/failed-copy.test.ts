import { ConflictError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, type FakeAws, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { treeHashOf } from '../../tree-hash.js';
import { vaultAndBucket } from './__fixtures__/vault-and-bucket.js';
import { copyVaultToBucket } from './index.js';

const mebibyte = 1_048_576;
const contents = { a: Buffer.from('the first archive'), b: Buffer.alloc(2 * mebibyte + 5, 'b'), c: Buffer.from('c') };
const place = { vaultName: 'photos', bucket: 'photos-archive', prefix: 'vault' };
const operations = (aws: FakeAws): string[] => aws.requests.map(({ operation }) => operation);
const count = (aws: FakeAws, operation: string): number => operations(aws).filter((each) => each === operation).length;

describe('an archive that fails', () => {
  it('is listed with its error, and the others continue: a failed job, a wrong tree hash of a range and of the whole', async () => {
    await using aws = fakeAws();
    const { archives, objects, job } = vaultAndBucket(aws, contents);
    aws.on('DescribeJob', ({ jobId }: { jobId: string }) =>
      jobId === 'job-a'
        ? job('a', { StatusCode: 'Failed', StatusMessage: 'Archive was deleted' })
        : job(jobId.replace('job-', '')),
    );
    aws.on('GetJobOutput', ({ jobId }: { jobId: string }) =>
      jobId === 'job-b'
        ? { body: contents.b, checksum: 'ab'.repeat(32) }
        : { body: contents.c, checksum: treeHashOf(contents.c) },
    );
    const other = { ...archives[2]!, archiveId: 'd', sha256TreeHash: 'cd'.repeat(32) };
    const { copied, failed } = await copyVaultToBucket(
      { ...place, archives: [...archives, other] },
      { session: aws.session },
    );
    expect(copied).toMatchObject([{ archiveId: 'c' }]);
    const errors = new Map(failed.map(({ archiveId, error }) => [archiveId, error]));
    expect(errors.get('a')).toBeInstanceOf(WaitError);
    expect(errors.get('a')?.message).toMatch(/^copyVaultToBucket: .*Archive was deleted/);
    expect(errors.get('b')?.message).toMatch(
      /^copyVaultToBucket: getting the vault job output: the received output of job job-b is damaged/,
    );
    expect(errors.get('d')?.message).toMatch(/^copyVaultToBucket: the received archive d is damaged/);
    expect([...objects.keys()]).toEqual(['vault/c']);
  });

  it('leaves no parts, and its bytes are not counted', async () => {
    await using aws = fakeAws();
    const large = Buffer.alloc(17 * mebibyte, 'arch');
    const { archives, objects } = vaultAndBucket(aws, { a: contents.a, large });
    const damaged = archives.map((each) => ({
      ...each,
      ...(each.archiveId === 'large' && { sha256TreeHash: 'ab'.repeat(32) }),
    }));
    const copy = await copyVaultToBucket({ ...place, archives: damaged }, { session: aws.session });
    expect(copy.failed).toMatchObject([{ archiveId: 'large', error: { name: 'UnexpectedResponseError' } }]);
    expect(copy.copiedBytes).toBe(17);
    expect([...objects.keys()]).toEqual(['vault/a']);
    expect(operations(aws)).toContain('AbortMultipartUpload');
    expect(operations(aws)).not.toContain('CompleteMultipartUpload');
  });

  it('sends nothing more, also if ranges that were requested ahead hang', async () => {
    await using aws = fakeAws();
    const large = Buffer.alloc(25 * mebibyte, 'arch');
    const { archives } = vaultAndBucket(aws, { a: contents.a, large });
    aws.on('CreateMultipartUpload', awsError('InvalidRequest', 'No.', { status: 400 }));
    aws.on('GetJobOutput', ({ range = '' }: { range?: string }) => {
      const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
      if (Number(start) >= 16 * mebibyte) return fault('hang');
      const body = (end === '16' ? contents.a : large).subarray(Number(start), Number(end) + 1);
      return { body, checksum: treeHashOf(body) };
    });
    const { failed } = await copyVaultToBucket({ ...place, archives }, { session: aws.session });
    expect(failed).toMatchObject([{ archiveId: 'large', error: { code: 'InvalidRequest' } }]);
    const before = aws.requests.length;
    await aws.clock.advance(120_000);
    expect(operations(aws).slice(before)).toEqual([]);
  });

  it('rejects the call if there is no other', async () => {
    await using aws = fakeAws();
    const { archives, job } = vaultAndBucket(aws, { a: contents.a });
    aws.on('DescribeJob', job('a', { StatusCode: 'Failed', StatusMessage: 'Archive was deleted' }));
    await expect(copyVaultToBucket({ ...place, archives }, { session: aws.session })).rejects.toThrow(WaitError);
  });
});

describe('a copy ends', () => {
  it('in the middle after an abort, without parts', async () => {
    await using aws = fakeAws();
    const { archives, objects } = vaultAndBucket(aws, { large: Buffer.alloc(17 * mebibyte, 'arch'), a: contents.a });
    const reason = new Error('enough');
    const controller = new AbortController();
    aws.on('UploadPart', () => {
      controller.abort(reason);
      return { ETag: '"part"' };
    });
    const options = { session: aws.session, signal: controller.signal };
    await expect(copyVaultToBucket({ ...place, archives }, options)).rejects.toBe(reason);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    expect(objects.has('vault/large')).toBe(false);
  });

  it('with an error that concerns all archives, and says how many are copied', async () => {
    await using aws = fakeAws();
    const { archives } = vaultAndBucket(aws, contents);
    const denied = awsError('AccessDeniedException', 'User is not authorized', { status: 403 });
    aws.on('InitiateJob', ({ jobParameters }: { jobParameters: { ArchiveId: string } }) =>
      jobParameters.ArchiveId === 'a' ? { jobId: 'job-a' } : denied,
    );
    const copying = copyVaultToBucket({ ...place, archives, maxJobs: 1 }, { session: aws.session });
    await expect(copying).rejects.toThrow('glacier:InitiateJob');
    await expect(copying).rejects.toThrow('The number of archives that are already copied is 1.');
    expect(count(aws, 'InitiateJob')).toBe(2);
  });

  it('before a job is started if the bucket does not exist, has no Object Lock, or the retention is not confirmed', async () => {
    await using aws = fakeAws();
    const { archives } = vaultAndBucket(aws, contents);
    const { session } = aws;
    aws.once('HeadBucket', awsError('NotFound', '', { status: 404 }));
    await expect(copyVaultToBucket({ ...place, archives }, { session })).rejects.toThrow(NotFoundError);
    aws.once(
      'GetObjectLockConfiguration',
      awsError('ObjectLockConfigurationNotFoundError', 'Object Lock configuration does not exist', { status: 404 }),
    );
    const lock = { ...place, archives, retain: { years: 7 } };
    await expect(copyVaultToBucket(lock, { session })).rejects.toThrow(ConflictError);
    const before = aws.requests.length;
    const compliance = { ...lock, mode: 'COMPLIANCE' } as const;
    await expect(copyVaultToBucket(compliance, { session })).rejects.toThrow(
      "copyVaultToBucket: mode: 'COMPLIANCE' requires confirmRetention: '7 years'",
    );
    expect(aws.requests).toHaveLength(before);
    expect(operations(aws)).not.toContain('InitiateJob');
    expect(operations(aws)).not.toContain('ListJobs');
  });

  it.each([
    [{ ...place, mode: 'GOVERNANCE' as const }, 'mode only together with retain'],
    [{ ...place, storageClass: 'STANDARD' as never }, 'storageClass'],
    [{ ...place, maxJobs: 0 }, 'maxJobs'],
    [
      { ...place, archives: [{ archiveId: 'a', creationDate: new Date(), sizeBytes: 5, sha256TreeHash: 'ab' }] },
      'a SHA-256 tree hash',
    ],
  ])('before anything is sent if the input is invalid: %#', async (input, message) => {
    await using aws = fakeAws();
    const copying = copyVaultToBucket(input, { session: aws.session });
    await expect(copying).rejects.toThrow(InvalidInputError);
    await expect(copying).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});
