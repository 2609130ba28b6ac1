import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LayerSamples } from '@arch/contract';

// The folder is removed when the process ends, because several test files share the process.
const folder = mkdtempSync(join(tmpdir(), 'arch-contract-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const vaultName = 'photos';
// Shorter than AWS's IDs: the tests over all functions accept no long quotes of a response in an error.
const jobId = 'HkF9p6o7yjhFx-K3CGl6fuSm6VzW9T7esGQf';
const archiveId =
  'NkbByEejwEggmBz2fTHgJrg0XBoDfjP4q6iu87-TjhqG6eGoOY9Z8i1_AUyUsuhPAdTqLHy8pTl5nfCFJmDl2yEZONi5L26Omw12vcs01MNGntHEQL8MBfGlqrEXAMPLEArchiveId';
const vaultArn = 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos';
const vault = {
  VaultARN: vaultArn,
  VaultName: vaultName,
  CreationDate: '2020-03-20T17:03:43.221Z',
  LastInventoryDate: '2026-11-29T05:10:12.000Z',
  NumberOfArchives: 192,
  SizeInBytes: 78_088_912,
};
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const photo = Buffer.from('photo');
// Both kinds of jobs have the same operation. Only the output of an archive is read in ranges.
const inventory = JSON.stringify({
  VaultARN: vaultArn,
  InventoryDate: '2026-11-29T05:10:12Z',
  ArchiveList: [
    {
      ArchiveId: archiveId,
      ArchiveDescription: 'photos-2020.tar',
      CreationDate: '2020-03-21T09:12:11Z',
      Size: 5,
      SHA256TreeHash: sha256(photo),
    },
  ],
});
const treeHash = sha256(photo);
const job = {
  JobId: jobId,
  Action: 'ArchiveRetrieval',
  ArchiveId: archiveId,
  ArchiveSizeInBytes: photo.length,
  ArchiveSHA256TreeHash: treeHash,
  SHA256TreeHash: treeHash,
  RetrievalByteRange: `0-${photo.length - 1}`,
  Completed: true,
  CompletionDate: '2026-11-30T11:06:22.000Z',
  CreationDate: '2026-11-30T07:05:11.000Z',
  StatusCode: 'Succeeded',
  StatusMessage: 'Succeeded',
  Tier: 'Standard',
  VaultARN: vaultArn,
};
const copy = { vaultName, bucket: 'photos-archive', prefix: 'vault' };
// An archive without a job.
const archive = {
  archiveId: 'NkbByEejwEggmBz2fTHgJrg0XBoDfjP4q6iu87-new',
  creationDate: new Date('2020-03-21T09:12:11Z'),
  sizeBytes: photo.length,
  sha256TreeHash: treeHash,
};
const statement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'glacier:DeleteArchive',
  Resource: vaultArn,
  Condition: { NumericLessThan: { 'glacier:ArchiveAgeInDays': '2557' } },
};
const body = new Uint8Array(5).fill(1);
const uploadId = '19gaRezEXAMPLES6Ry5YYdqthHOC_kGRCT03L9yetr220UmPtBYKk-OssZtLqyFu7sY1_lR7vgFuJV6NtcV5zpsJ';
const upload = {
  MultipartUploadId: uploadId,
  VaultARN: vaultArn,
  ArchiveDescription: 'photos-2020.tar',
  PartSizeInBytes: 4_194_304,
  CreationDate: '2026-11-30T07:05:11.000Z',
};

/** One valid input per function, one valid response per AWS operation. */
export const vaultsSamples: LayerSamples = {
  inputs: {
    abortVaultLock: vaultName,
    abortVaultMultipartUpload: { vaultName, uploadId },
    completeVaultLock: { vaultName, lockId: 'AE863rKkWZU53SLW5be4DUcW', confirmPermanentLock: true },
    copyVaultToBucket: { ...copy, archives: [archive] },
    createVault: vaultName,
    deleteVault: vaultName,
    deleteVaultArchive: { vaultName, archiveId },
    describeVault: vaultName,
    describeVaultJob: { vaultName, jobId },
    downloadVaultArchive: { vaultName, jobId, path: join(folder, 'photos.tar') },
    getVaultInventory: { vaultName, jobId },
    getVaultJobOutput: { vaultName, jobId },
    getVaultLock: vaultName,
    initiateVaultLock: { vaultName, statements: [statement] },
    listVaultJobs: { vaultName },
    listVaultMultipartUploads: { vaultName },
    listVaultUploadParts: { vaultName, uploadId },
    listVaults: {},
    readVaultArchive: { vaultName, jobId },
    requestVaultArchive: { vaultName, archiveId, tier: 'Bulk' },
    requestVaultInventory: vaultName,
    uploadVaultArchive: { vaultName, body },
    waitForVault: { vaultName, state: 'exists' },
    waitForVaultJob: { vaultName, jobId, state: 'succeeded' },
  },
  thorough: {
    copyVaultToBucket: { ...copy, retain: { years: 7 } },
    uploadVaultArchive: { vaultName, body: new Uint8Array(2 * 1_048_576 + 5).fill(1), partSizeBytes: 1_048_576 },
  },
  answers: {
    AbortVaultLock: {},
    CompleteVaultLock: {},
    // S3 has operations with the same names.
    'Glacier:AbortMultipartUpload': {},
    'Glacier:CompleteMultipartUpload': ({ checksum }: { readonly checksum: string }) => ({ archiveId, checksum }),
    'Glacier:ListMultipartUploads': { UploadsList: [upload], Marker: null },
    'Glacier:ListParts': { ...upload, Parts: [{ RangeInBytes: '0-4194303', SHA256TreeHash: treeHash }], Marker: null },
    InitiateMultipartUpload: { uploadId, location: `/111122223333/vaults/photos/multipart-uploads/${uploadId}` },
    UploadMultipartPart: ({ checksum }: { readonly checksum: string }) => ({ checksum }),
    CreateVault: { location: '/111122223333/vaults/photos' },
    DeleteArchive: {},
    DeleteVault: {},
    DescribeJob: job,
    DescribeVault: vault,
    GetJobOutput: ({ range }: { readonly range?: string }) =>
      range === undefined
        ? { body: inventory, checksum: sha256(inventory), contentType: 'application/json' }
        : { body: photo, checksum: treeHash },
    GetVaultLock: {
      Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
      State: 'Locked',
      CreationDate: '2026-11-01T10:00:00.000Z',
      ExpirationDate: null,
    },
    InitiateJob: { jobId, location: `/111122223333/vaults/photos/jobs/${jobId}` },
    InitiateVaultLock: { lockId: 'AE863rKkWZU53SLW5be4DUcW' },
    ListJobs: { JobList: [job] },
    ListVaults: { VaultList: [vault] },
    UploadArchive: { archiveId, checksum: sha256(body) },
  },
  withoutDocument: [
    'AbortVaultLock',
    'CompleteVaultLock',
    'CreateVault',
    'DeleteArchive',
    'DeleteVault',
    'GetJobOutput',
    'Glacier:AbortMultipartUpload',
    'Glacier:CompleteMultipartUpload',
    'InitiateJob',
    'InitiateMultipartUpload',
    'InitiateVaultLock',
    'UploadArchive',
    'UploadMultipartPart',
  ],
  // Their times are the word `exampledate`, their outputs the word `inventory-data`, or none.
  publishedOfAnotherKind: [
    'com.amazonaws.glacier#GetJobOutput#examples[0]',
    'com.amazonaws.glacier#GetVaultLock#examples[0]',
    'glacier/get-job-output.rst#1',
    'to-get-the-output-of-a-previously-initiated-job-1481848550859',
    'to-retrieve-vault-lock-policy-related-attributes-that-are-set-on-a-vault-1481851363097',
  ],
};
