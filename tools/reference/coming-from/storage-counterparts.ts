/** An item of another library with the functions that take its place, or the fact about AWS because of which there is none. */
export type Counterpart =
  | {
      /** The item as its users write it, e.g. `Bucket.delete_objects()`. */
      readonly old: string;
      /** AWS's operation that the functions send. For a deprecated operation of boto3 it is the new one. */
      readonly operation: string;
      readonly functions: readonly string[];
      /** The goal of a wait. */
      readonly state?: string;
    }
  | { readonly old: string; readonly reason: string };

/** Items of one kind. */
export interface CounterpartGroup {
  readonly title: string;
  readonly source: 'boto3' | 'sdk';
  /** The client of the AWS SDK that exports the items. */
  readonly client?: string;
  /** The part of the client that belongs to the package. */
  readonly only?: RegExp;
  readonly rows: readonly Counterpart[];
}

/**
 * The resource model of boto3 for S3 (the file resources-1.json of boto3), and all paginators and waiters of the AWS SDK for S3, EBS and Glacier,
 * with the functions of `@arch/storage`.
 */
export const storageCounterparts: readonly CounterpartGroup[] = [
  {
    title: 'Actions',
    source: 'boto3',
    rows: [
      { old: 'ServiceResource.create_bucket()', operation: 'CreateBucket', functions: ['createBucket'] },
      { old: 'Bucket.create()', operation: 'CreateBucket', functions: ['createBucket'] },
      { old: 'Bucket.delete()', operation: 'DeleteBucket', functions: ['deleteBucket'] },
      { old: 'Bucket.delete_objects()', operation: 'DeleteObjects', functions: ['deleteObjects'] },
      { old: 'Bucket.put_object()', operation: 'PutObject', functions: ['putObject', 'uploadFile'] },
      { old: 'BucketAcl.put()', operation: 'PutBucketAcl', functions: ['putBucketAcl'] },
      { old: 'BucketCors.delete()', operation: 'DeleteBucketCors', functions: ['deleteBucketCors'] },
      { old: 'BucketCors.put()', operation: 'PutBucketCors', functions: ['putBucketCors'] },
      { old: 'BucketLifecycle.delete()', operation: 'DeleteBucketLifecycle', functions: ['deleteBucketLifecycle'] },
      {
        old: 'BucketLifecycle.put()',
        operation: 'PutBucketLifecycleConfiguration',
        functions: ['putBucketLifecycleConfiguration'],
      },
      {
        old: 'BucketLifecycleConfiguration.delete()',
        operation: 'DeleteBucketLifecycle',
        functions: ['deleteBucketLifecycle'],
      },
      {
        old: 'BucketLifecycleConfiguration.put()',
        operation: 'PutBucketLifecycleConfiguration',
        functions: ['putBucketLifecycleConfiguration', 'addLifecycleRule'],
      },
      { old: 'BucketLogging.put()', operation: 'PutBucketLogging', functions: ['putBucketLogging'] },
      {
        old: 'BucketNotification.put()',
        operation: 'PutBucketNotificationConfiguration',
        functions: ['putBucketNotificationConfiguration'],
      },
      { old: 'BucketPolicy.delete()', operation: 'DeleteBucketPolicy', functions: ['deleteBucketPolicy'] },
      {
        old: 'BucketPolicy.put()',
        operation: 'PutBucketPolicy',
        functions: ['putBucketPolicy', 'addBucketPolicyStatement'],
      },
      {
        old: 'BucketRequestPayment.put()',
        operation: 'PutBucketRequestPayment',
        functions: ['putBucketRequestPayment'],
      },
      { old: 'BucketTagging.delete()', operation: 'DeleteBucketTagging', functions: ['deleteBucketTagging'] },
      { old: 'BucketTagging.put()', operation: 'PutBucketTagging', functions: ['putBucketTagging'] },
      { old: 'BucketVersioning.enable()', operation: 'PutBucketVersioning', functions: ['putBucketVersioning'] },
      { old: 'BucketVersioning.put()', operation: 'PutBucketVersioning', functions: ['putBucketVersioning'] },
      { old: 'BucketVersioning.suspend()', operation: 'PutBucketVersioning', functions: ['putBucketVersioning'] },
      { old: 'BucketWebsite.delete()', operation: 'DeleteBucketWebsite', functions: ['deleteBucketWebsite'] },
      { old: 'BucketWebsite.put()', operation: 'PutBucketWebsite', functions: ['putBucketWebsite'] },
      { old: 'MultipartUpload.abort()', operation: 'AbortMultipartUpload', functions: ['abortMultipartUpload'] },
      {
        old: 'MultipartUpload.complete()',
        operation: 'CompleteMultipartUpload',
        functions: ['completeMultipartUpload'],
      },
      { old: 'MultipartUploadPart.copy_from()', operation: 'UploadPartCopy', functions: ['uploadPartCopy'] },
      { old: 'MultipartUploadPart.upload()', operation: 'UploadPart', functions: ['uploadPart'] },
      { old: 'Object.copy_from()', operation: 'CopyObject', functions: ['copyObject', 'copyLargeObject'] },
      { old: 'Object.delete()', operation: 'DeleteObject', functions: ['deleteObject'] },
      { old: 'Object.get()', operation: 'GetObject', functions: ['getObject', 'downloadFile'] },
      {
        old: 'Object.initiate_multipart_upload()',
        operation: 'CreateMultipartUpload',
        functions: ['createMultipartUpload'],
      },
      { old: 'Object.put()', operation: 'PutObject', functions: ['putObject', 'uploadFile'] },
      { old: 'Object.restore_object()', operation: 'RestoreObject', functions: ['restoreObject'] },
      { old: 'ObjectAcl.put()', operation: 'PutObjectAcl', functions: ['putObjectAcl'] },
      { old: 'ObjectSummary.copy_from()', operation: 'CopyObject', functions: ['copyObject', 'copyLargeObject'] },
      { old: 'ObjectSummary.delete()', operation: 'DeleteObject', functions: ['deleteObject'] },
      { old: 'ObjectSummary.get()', operation: 'GetObject', functions: ['getObject', 'downloadFile'] },
      {
        old: 'ObjectSummary.initiate_multipart_upload()',
        operation: 'CreateMultipartUpload',
        functions: ['createMultipartUpload'],
      },
      { old: 'ObjectSummary.put()', operation: 'PutObject', functions: ['putObject', 'uploadFile'] },
      { old: 'ObjectSummary.restore_object()', operation: 'RestoreObject', functions: ['restoreObject'] },
      { old: 'ObjectVersion.delete()', operation: 'DeleteObject', functions: ['deleteObject'] },
      { old: 'ObjectVersion.get()', operation: 'GetObject', functions: ['getObject', 'downloadFile'] },
      { old: 'ObjectVersion.head()', operation: 'HeadObject', functions: ['headObject'] },
      { old: 'collection_of_objects.delete()', operation: 'DeleteObjects', functions: ['deleteObjects'] },
      { old: 'Bucket.objects.delete()', operation: 'DeleteObjects', functions: ['deletePrefix', 'deleteObjects'] },
      {
        old: 'Bucket.object_versions.delete()',
        operation: 'DeleteObjects',
        functions: ['deleteObjects', 'deleteBucket'],
      },
    ],
  },
  {
    title: 'Collections',
    source: 'boto3',
    rows: [
      { old: 'ServiceResource.buckets', operation: 'ListBuckets', functions: ['listBuckets'] },
      { old: 'Bucket.multipart_uploads', operation: 'ListMultipartUploads', functions: ['listMultipartUploads'] },
      { old: 'Bucket.object_versions', operation: 'ListObjectVersions', functions: ['listObjectVersions'] },
      { old: 'Bucket.objects', operation: 'ListObjectsV2', functions: ['listObjects'] },
      { old: 'MultipartUpload.parts', operation: 'ListParts', functions: ['listParts'] },
    ],
  },
  {
    title: 'Waiters',
    source: 'boto3',
    rows: [
      { old: 'Bucket.wait_until_exists()', operation: 'HeadBucket', functions: ['waitForBucket'], state: 'exists' },
      {
        old: 'Bucket.wait_until_not_exists()',
        operation: 'HeadBucket',
        functions: ['waitForBucket'],
        state: 'deleted',
      },
      { old: 'Object.wait_until_exists()', operation: 'HeadObject', functions: ['waitForObject'], state: 'exists' },
      {
        old: 'Object.wait_until_not_exists()',
        operation: 'HeadObject',
        functions: ['waitForObject'],
        state: 'deleted',
      },
      {
        old: 'ObjectSummary.wait_until_exists()',
        operation: 'HeadObject',
        functions: ['waitForObject'],
        state: 'exists',
      },
      {
        old: 'ObjectSummary.wait_until_not_exists()',
        operation: 'HeadObject',
        functions: ['waitForObject'],
        state: 'deleted',
      },
    ],
  },
  {
    title: 'Buckets and objects',
    source: 'sdk',
    client: 'client-s3',
    rows: [
      { old: 'paginateListBuckets', operation: 'ListBuckets', functions: ['listBuckets'] },
      {
        old: 'paginateListDirectoryBuckets',
        reason: 'S3 accepts requests for directory buckets (S3 Express One Zone) only with a session of CreateSession',
      },
      {
        old: 'paginateListObjectAnnotations',
        operation: 'ListObjectAnnotations',
        functions: ['listObjectAnnotations'],
      },
      { old: 'paginateListObjectsV2', operation: 'ListObjectsV2', functions: ['listObjects'] },
      { old: 'paginateListParts', operation: 'ListParts', functions: ['listParts'] },
      { old: 'waitUntilBucketExists', operation: 'HeadBucket', functions: ['waitForBucket'], state: 'exists' },
      { old: 'waitUntilBucketNotExists', operation: 'HeadBucket', functions: ['waitForBucket'], state: 'deleted' },
      { old: 'waitUntilObjectExists', operation: 'HeadObject', functions: ['waitForObject'], state: 'exists' },
      { old: 'waitUntilObjectNotExists', operation: 'HeadObject', functions: ['waitForObject'], state: 'deleted' },
    ],
  },
  {
    title: 'Volumes and snapshots',
    source: 'sdk',
    client: 'client-ec2',
    only: /Volume|Snapshot/,
    rows: [
      {
        old: 'paginateDescribeFastSnapshotRestores',
        operation: 'DescribeFastSnapshotRestores',
        functions: ['listFastSnapshotRestores'],
      },
      {
        old: 'paginateDescribeImportSnapshotTasks',
        operation: 'DescribeImportSnapshotTasks',
        functions: ['listImportSnapshotTasks'],
      },
      {
        old: 'paginateDescribeReplaceRootVolumeTasks',
        reason: 'it is about instances: a task replaces the root volume of a running instance, which reboots',
      },
      {
        old: 'paginateDescribeSnapshotTierStatus',
        operation: 'DescribeSnapshotTierStatus',
        functions: ['listSnapshotTierStatuses'],
      },
      { old: 'paginateDescribeSnapshots', operation: 'DescribeSnapshots', functions: ['listSnapshots'] },
      { old: 'paginateDescribeVolumeStatus', operation: 'DescribeVolumeStatus', functions: ['listVolumeStatuses'] },
      { old: 'paginateDescribeVolumes', operation: 'DescribeVolumes', functions: ['listVolumes'] },
      {
        old: 'paginateDescribeVolumesModifications',
        operation: 'DescribeVolumesModifications',
        functions: ['listVolumeModifications'],
      },
      {
        old: 'paginateListSnapshotsInRecycleBin',
        operation: 'ListSnapshotsInRecycleBin',
        functions: ['listSnapshotsInRecycleBin'],
      },
      {
        old: 'waitUntilSnapshotCompleted',
        operation: 'DescribeSnapshots',
        functions: ['waitForSnapshot'],
        state: 'completed',
      },
      {
        old: 'waitUntilSnapshotImported',
        operation: 'DescribeImportSnapshotTasks',
        functions: ['waitForImportSnapshotTask'],
        state: 'completed',
      },
      {
        old: 'waitUntilVolumeAvailable',
        operation: 'DescribeVolumes',
        functions: ['waitForVolume'],
        state: 'available',
      },
      { old: 'waitUntilVolumeDeleted', operation: 'DescribeVolumes', functions: ['waitForVolume'], state: 'deleted' },
      { old: 'waitUntilVolumeInUse', operation: 'DescribeVolumes', functions: ['waitForVolume'], state: 'in-use' },
    ],
  },
  {
    title: 'Blocks of snapshots',
    source: 'sdk',
    client: 'client-ebs',
    rows: [
      { old: 'paginateListChangedBlocks', operation: 'ListChangedBlocks', functions: ['listChangedBlocks'] },
      { old: 'paginateListSnapshotBlocks', operation: 'ListSnapshotBlocks', functions: ['listSnapshotBlocks'] },
    ],
  },
  {
    title: 'Glacier vaults',
    source: 'sdk',
    client: 'client-glacier',
    rows: [
      { old: 'paginateListJobs', operation: 'ListJobs', functions: ['listVaultJobs'] },
      {
        old: 'paginateListMultipartUploads',
        operation: 'ListMultipartUploads',
        functions: ['listVaultMultipartUploads'],
      },
      { old: 'paginateListParts', operation: 'ListParts', functions: ['listVaultUploadParts'] },
      { old: 'paginateListVaults', operation: 'ListVaults', functions: ['listVaults'] },
      { old: 'waitUntilVaultExists', operation: 'DescribeVault', functions: ['waitForVault'], state: 'exists' },
      { old: 'waitUntilVaultNotExists', operation: 'DescribeVault', functions: ['waitForVault'], state: 'deleted' },
    ],
  },
];
