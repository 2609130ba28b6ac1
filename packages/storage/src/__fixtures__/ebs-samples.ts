import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LayerSamples } from '@arch/contract';

// The folder is removed when the process ends, because several test files share the process.
const folder = mkdtempSync(join(tmpdir(), 'arch-contract-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'disk.img'), 'content of a disk');

const data = new Uint8Array(524_288).fill(1);
const block = { blockIndex: 0, blockToken: 'AAABAV3' };
const sha256 = createHash('sha256').update(data).digest('base64');

const volumeId = 'vol-0123456789abcdef0';
const snapshotId = 'snap-0123456789abcdef0';
const instanceId = 'i-0123456789abcdef0';
const snapshot = {
  SnapshotId: snapshotId,
  VolumeId: volumeId,
  State: 'pending',
  StartTime: '2026-11-01T10:00:00Z',
  VolumeSize: 20,
};
const zone = { snapshotId, availabilityZone: 'eu-west-1a' };
const fastRestore = { SnapshotId: snapshotId, AvailabilityZone: 'eu-west-1a', State: 'enabled' };
const importTaskId = 'import-snap-0123456789abcdef0';
const importTask = {
  ImportTaskId: importTaskId,
  SnapshotTaskDetail: {
    Format: 'VMDK',
    SnapshotId: snapshotId,
    Status: 'completed',
    UserBucket: { S3Bucket: 'disk-images', S3Key: 'web.vmdk' },
  },
};
const modification = {
  VolumeId: volumeId,
  ModificationState: 'completed',
  Progress: 100,
  StartTime: '2026-11-01T10:00:00Z',
  OriginalSize: 20,
  TargetSize: 40,
};

/** One valid input per function, one valid response per AWS operation. */
export const ebsSamples: LayerSamples = {
  inputs: {
    completeSnapshot: { snapshotId, changedBlocksCount: 1 },
    downloadSnapshot: { snapshotId, path: join(folder, 'downloaded.img') },
    getSnapshotBlock: { snapshotId, ...block },
    listChangedBlocks: { firstSnapshotId: snapshotId, secondSnapshotId: snapshotId },
    listSnapshotBlocks: { snapshotId },
    putSnapshotBlock: { snapshotId, blockIndex: 0, blockData: data },
    readSnapshot: snapshotId,
    startSnapshot: { volumeSizeGiB: 1 },
    uploadSnapshot: { path: join(folder, 'disk.img') },
    writeSnapshot: { volumeSizeGiB: 1, blocks: [{ blockIndex: 0, data }] },
    copySnapshot: { sourceRegion: 'eu-west-1', sourceSnapshotId: snapshotId },
    createSnapshots: instanceId,
    describeImportSnapshotTask: importTaskId,
    describeLockedSnapshot: snapshotId,
    describeSnapshotAttribute: snapshotId,
    describeVolumeModification: volumeId,
    describeVolumeStatus: volumeId,
    importSnapshot: { bucket: 'disk-images', key: 'web.vmdk', format: 'VMDK' },
    listImportSnapshotTasks: {},
    listLockedSnapshots: {},
    waitForImportSnapshotTask: { importTaskId, state: 'completed' },
    listSnapshotsInRecycleBin: {},
    listVolumeModifications: {},
    listVolumeStatuses: {},
    lockSnapshot: { snapshotId, lockMode: 'governance', lockDuration: { days: 30 } },
    modifySnapshotAttribute: { snapshotId, createVolumePermission: { add: [{ userId: '111122223333' }] } },
    modifyVolume: { volumeId, sizeGiB: 40 },
    resetSnapshotAttribute: snapshotId,
    restoreSnapshotFromRecycleBin: snapshotId,
    unlockSnapshot: snapshotId,
    waitForVolumeModification: { volumeId, state: 'completed' },
    describeFastSnapshotRestore: zone,
    describeSnapshotTierStatus: snapshotId,
    disableEbsEncryptionByDefault: {},
    disableFastSnapshotRestore: zone,
    disableSnapshotBlockPublicAccess: {},
    enableEbsEncryptionByDefault: {},
    enableFastSnapshotRestore: zone,
    enableSnapshotBlockPublicAccess: {},
    getEbsDefaultKmsKeyId: {},
    getEbsEncryptionByDefault: {},
    getSnapshotBlockPublicAccessState: {},
    listFastSnapshotRestores: {},
    listSnapshotTierStatuses: {},
    modifyEbsDefaultKmsKeyId: 'alias/backups',
    modifySnapshotTier: snapshotId,
    resetEbsDefaultKmsKeyId: {},
    restoreSnapshotTier: { snapshotId, temporaryRestoreDays: 5 },
    waitForFastSnapshotRestore: { ...zone, state: 'enabled' },
    waitForSnapshotTier: { snapshotId, state: 'archival-completed' },
  },
  thorough: {
    createSnapshots: { instanceId, copyTagsFromSource: 'volume', tags: { keep: 'yes' } },
    readSnapshot: { snapshotId, firstSnapshotId: snapshotId },
    restoreSnapshotTier: { snapshotId, permanentRestore: true },
    writeSnapshot: {
      volumeSizeGiB: 1,
      parentSnapshotId: snapshotId,
      concurrency: 1,
      blocks: [0, 1].map((blockIndex) => ({ blockIndex, data })),
    },
  },
  answers: {
    DescribeImportSnapshotTasks: { ImportSnapshotTasks: [importTask] },
    ImportSnapshot: importTask,
    CompleteSnapshot: { Status: 'pending' },
    GetSnapshotBlock: { BlockData: data, Checksum: sha256, ChecksumAlgorithm: 'SHA256', DataLength: 524_288 },
    ListChangedBlocks: { ChangedBlocks: [{ BlockIndex: 0, SecondBlockToken: 'AAABAV3' }], VolumeSize: 1 },
    ListSnapshotBlocks: { Blocks: [{ BlockIndex: 0, BlockToken: 'AAABAV3' }], VolumeSize: 1, BlockSize: 524_288 },
    PutSnapshotBlock: { Checksum: sha256, ChecksumAlgorithm: 'SHA256' },
    StartSnapshot: { SnapshotId: snapshotId, Status: 'pending', VolumeSize: 1, BlockSize: 524_288 },
    DescribeFastSnapshotRestores: { FastSnapshotRestores: [fastRestore] },
    DescribeSnapshotTierStatus: {
      SnapshotTierStatuses: [{ SnapshotId: snapshotId, LastTieringOperationStatus: 'archival-completed' }],
    },
    DisableEbsEncryptionByDefault: { EbsEncryptionByDefault: false },
    DisableFastSnapshotRestores: { Successful: [fastRestore] },
    DisableSnapshotBlockPublicAccess: { State: 'unblocked' },
    EnableEbsEncryptionByDefault: { EbsEncryptionByDefault: true },
    EnableFastSnapshotRestores: { Successful: [fastRestore] },
    EnableSnapshotBlockPublicAccess: { State: 'block-all-sharing' },
    GetEbsDefaultKmsKeyId: { KmsKeyId: 'alias/aws/ebs' },
    GetEbsEncryptionByDefault: { EbsEncryptionByDefault: true },
    GetSnapshotBlockPublicAccessState: { State: 'unblocked' },
    ModifyEbsDefaultKmsKeyId: { KmsKeyId: 'alias/backups' },
    ModifySnapshotTier: { SnapshotId: snapshotId },
    ResetEbsDefaultKmsKeyId: { KmsKeyId: 'alias/aws/ebs' },
    RestoreSnapshotTier: { SnapshotId: snapshotId, RestoreDuration: 5, IsPermanentRestore: false },
    CopySnapshot: { SnapshotId: snapshotId },
    CreateSnapshots: { Snapshots: [snapshot] },
    DescribeLockedSnapshots: { Snapshots: [{ SnapshotId: snapshotId, LockState: 'governance' }] },
    DescribeSnapshotAttribute: { SnapshotId: snapshotId, CreateVolumePermissions: [{ UserId: '111122223333' }] },
    DescribeVolumesModifications: { VolumesModifications: [modification] },
    DescribeVolumeStatus: {
      VolumeStatuses: [{ VolumeId: volumeId, VolumeStatus: { Status: 'ok', Details: [] } }],
    },
    ListSnapshotsInRecycleBin: { Snapshots: [{ SnapshotId: snapshotId }] },
    LockSnapshot: { SnapshotId: snapshotId, LockState: 'governance' },
    ModifySnapshotAttribute: {},
    ModifyVolume: { VolumeModification: modification },
    ResetSnapshotAttribute: {},
    RestoreSnapshotFromRecycleBin: { SnapshotId: snapshotId, State: 'recovering' },
    UnlockSnapshot: { SnapshotId: snapshotId },
  },
  withoutDocument: ['GetSnapshotBlock', 'PutSnapshotBlock'],
};
