import { awsError, type FakeAws } from '@arch/core/testing';

import type { InventoriedArchive } from '../../../inventories/index.js';
import { treeHashOf } from '../../../tree-hash.js';

/** An object that was written to the bucket. */
export interface WrittenObject {
  readonly Key: string;
  readonly Body?: Uint8Array;
  readonly Metadata: Readonly<Record<string, string>>;
  readonly StorageClass?: string;
  readonly ObjectLockMode?: string;
  readonly ObjectLockRetainUntilDate?: Date;
}

/** A vault whose jobs succeed at the second check, and a bucket. */
export interface VaultAndBucket {
  readonly archives: readonly InventoriedArchive[];
  readonly objects: Map<string, WrittenObject & { readonly size: number }>;
  /** Returns the description of a job. */
  readonly job: (archiveId: string, part?: object) => object;
}

const vaultArn = 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos';
const creationDate = '2020-03-21T09:12:11.000Z';

/** Makes the fake AWS a vault with these contents, by the ID of their archives, and an empty bucket. */
export const vaultAndBucket = (aws: FakeAws, contents: Readonly<Record<string, Buffer>>): VaultAndBucket => {
  const archives = Object.entries(contents).map(([archiveId, content]) => ({
    archiveId,
    archiveDescription: `${archiveId}.tar`,
    creationDate: new Date(creationDate),
    sizeBytes: content.byteLength,
    sha256TreeHash: treeHashOf(content),
  }));
  const job = (archiveId: string, part: object = {}): object => ({
    JobId: `job-${archiveId}`,
    Action: 'ArchiveRetrieval',
    ArchiveId: archiveId,
    ArchiveSizeInBytes: contents[archiveId]?.byteLength,
    RetrievalByteRange: `0-${(contents[archiveId]?.byteLength ?? 0) - 1}`,
    CreationDate: '2026-11-30T07:05:11.000Z',
    Completed: true,
    StatusCode: 'Succeeded',
    VaultARN: vaultArn,
    ...part,
  });
  answerVault(aws, contents, job);
  return { archives, objects: answerBucket(aws), job };
};

const answerVault = (aws: FakeAws, contents: Readonly<Record<string, Buffer>>, job: VaultAndBucket['job']): void => {
  const checks = new Map<string, number>();
  aws.on('ListJobs', { JobList: [], Marker: null });
  aws.on('InitiateJob', ({ jobParameters }: { jobParameters: { ArchiveId?: string } }) => ({
    jobId: `job-${jobParameters.ArchiveId ?? 'inventory'}`,
  }));
  aws.on('DescribeJob', ({ jobId }: { jobId: string }) => {
    const count = (checks.get(jobId) ?? 0) + 1;
    checks.set(jobId, count);
    const inProgress = { Completed: false, StatusCode: 'InProgress' };
    const action = jobId === 'job-inventory' && { Action: 'InventoryRetrieval', ArchiveId: null };
    return job(jobId.replace('job-', ''), { ...action, ...(count === 1 && inProgress) });
  });
  aws.on('GetJobOutput', ({ jobId, range = '' }: { jobId: string; range?: string }) => {
    if (jobId === 'job-inventory') return { body: inventoryOf(contents) };
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    const body = contents[jobId.replace('job-', '')]!.subarray(Number(start), Number(end) + 1);
    return { body, checksum: treeHashOf(body) };
  });
};

const inventoryOf = (contents: Readonly<Record<string, Buffer>>): string =>
  JSON.stringify({
    VaultARN: vaultArn,
    InventoryDate: '2026-11-29T05:10:12Z',
    ArchiveList: Object.entries(contents).map(([ArchiveId, content]) => ({
      ArchiveId,
      ArchiveDescription: `${ArchiveId}.tar`,
      CreationDate: creationDate,
      Size: content.byteLength,
      SHA256TreeHash: treeHashOf(content),
    })),
  });

const answerBucket = (aws: FakeAws): VaultAndBucket['objects'] => {
  const objects: VaultAndBucket['objects'] = new Map();
  const uploads = new Map<string, WrittenObject>();
  const sizes = new Map<string, number>();
  aws.on('HeadBucket', {});
  aws.on('GetObjectLockConfiguration', { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } });
  aws.on('HeadObject', ({ Key }: { Key: string }) => {
    const found = objects.get(Key);
    return found ? { ContentLength: found.size, Metadata: found.Metadata } : awsError('NotFound', '', { status: 404 });
  });
  aws.on('PutObject', (put: WrittenObject) => {
    objects.set(put.Key, { ...put, size: put.Body?.byteLength ?? 0 });
    return { ETag: '"5d"', VersionId: `v-${put.Key}` };
  });
  aws.on('CreateMultipartUpload', (upload: WrittenObject) => {
    uploads.set(upload.Key, upload);
    return { UploadId: 'u-1' };
  });
  aws.on('UploadPart', ({ Key, Body }: WrittenObject) => {
    sizes.set(Key, (sizes.get(Key) ?? 0) + (Body?.byteLength ?? 0));
    return { ETag: '"part"' };
  });
  aws.on('S3:CompleteMultipartUpload', ({ Key }: WrittenObject) => {
    objects.set(Key, { ...uploads.get(Key)!, size: sizes.get(Key) ?? 0 });
    return { ETag: '"whole"', VersionId: `v-${Key}` };
  });
  aws.on('S3:AbortMultipartUpload', {});
  return objects;
};
