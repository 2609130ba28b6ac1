import type { Step } from '@arch/contract';
import { CreateBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';

const bucket = 'arch-recorded';
const object = { bucket, key: '2026/hello.txt' };
const large = { bucket, key: 'large.bin' };
const missing = { bucket: 'arch-no-such-bucket', key: 'a' };
const part = new Uint8Array(5 * 1_048_576);

// Results of earlier steps that later steps need.
const known: { uploadId: string; readonly parts: unknown[] } = { uploadId: '', parts: [] };
const upload = (): object => ({ ...large, uploadId: known.uploadId });

/** Typical calls, including rejected ones, whose responses are recorded from S3-compatible servers. */
export const s3Steps: readonly Step[] = [
  { call: 'createBucket', input: bucket },
  {
    call: 'listBuckets',
    input: {},
    // Some servers reject one of createBucket's requests; createBucket then deletes the bucket.
    before: (session) =>
      session
        .client(S3Client)
        .send(new CreateBucketCommand({ Bucket: bucket }))
        .catch(() => undefined),
  },
  { call: 'createBucket', input: bucket },
  { call: 'describeBucket', input: bucket },
  { call: 'getBucketNotificationConfiguration', input: bucket },
  { call: 'listObjects', input: { bucket } },
  { call: 'listObjectVersions', input: { bucket } },
  { call: 'listMultipartUploads', input: { bucket } },
  { call: 'putObject', input: { ...object, body: 'hello' } },
  { call: 'putObject', input: { bucket, key: 'a b+c/ü&<>.txt', body: 'odd' } },
  { call: 'putObject', input: { bucket, key: 'empty', body: '' } },
  { call: 'putObject', input: { ...object, body: 'again', ifNoneMatch: '*' } },
  { call: 'putObject', input: { ...object, body: 'again', ifMatch: '"00000000000000000000000000000000"' } },
  { call: 'headObject', input: object },
  { call: 'getObjectText', input: object },
  { call: 'getObjectBytes', input: object },
  { call: 'getObjectStream', input: object },
  { call: 'getObjectText', input: { bucket, key: 'empty' } },
  { call: 'getObjectBytes', input: { ...object, range: { start: 1, end: 2 } } },
  { call: 'getObjectBytes', input: { ...object, range: { start: 100 } } },
  { call: 'getObjectText', input: { ...object, aws: { IfNoneMatch: '"5d41402abc4b2a76b9719d911017c592"' } } },
  { call: 'getObjectText', input: { ...object, aws: { IfMatch: '"0"' } } },
  { call: 'headObject', input: { ...object, aws: { IfMatch: '"0"' } }, outcome: 'ConflictError' },
  { call: 'listObjects', input: { bucket } },
  { call: 'listObjects', input: { bucket, prefix: '2026/' } },
  { call: 'listObjects', input: { bucket, delimiter: '/' } },
  { call: 'copyObject', input: { bucket, key: 'copy', source: object } },
  { call: 'copyObject', input: { bucket, key: 'copy', source: { bucket, key: 'none' } } },
  {
    call: 'putObject',
    input: { ...object, body: 'second' },
    before: (session) =>
      session
        .client(S3Client)
        .send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } })),
  },
  { call: 'deleteObject', input: { bucket, key: 'copy' } },
  { call: 'listObjectVersions', input: { bucket } },
  { call: 'getObjectText', input: { ...object, versionId: 'no-such-version' } },
  {
    call: 'createMultipartUpload',
    input: large,
    after: (result) => {
      known.uploadId = (result as { readonly uploadId: string }).uploadId;
    },
  },
  { call: 'listMultipartUploads', input: { bucket } },
  {
    call: 'uploadPart',
    input: () => ({ ...upload(), partNumber: 1, body: part }),
    after: (result) => {
      known.parts.push(result);
    },
  },
  {
    call: 'uploadPartCopy',
    input: () => ({ ...upload(), partNumber: 2, source: object }),
    after: (result) => {
      known.parts.push(result);
    },
  },
  { call: 'completeMultipartUpload', input: () => ({ ...upload(), parts: [{ partNumber: 1, eTag: '"0"' }] }) },
  {
    call: 'completeMultipartUpload',
    input: () => ({ ...upload(), parts: known.parts.map((each) => ({ ...(each as object) })) }),
  },
  {
    call: 'createMultipartUpload',
    input: large,
    after: (result) => {
      known.uploadId = (result as { readonly uploadId: string }).uploadId;
    },
  },
  { call: 'abortMultipartUpload', input: upload },
  { call: 'abortMultipartUpload', input: { ...large, uploadId: 'no-such-upload' } },
  { call: 'headObject', input: { bucket, key: 'none' } },
  { call: 'getObjectText', input: { bucket, key: 'none' } },
  { call: 'getObjectText', input: missing },
  { call: 'headObject', input: missing },
  { call: 'putObject', input: { ...missing, body: 'a' } },
  { call: 'listObjects', input: { bucket: missing.bucket } },
  { call: 'listObjectVersions', input: { bucket: missing.bucket } },
  { call: 'describeBucket', input: missing.bucket },
  { call: 'deleteBucket', input: missing.bucket },
  { call: 'deleteBucket', input: bucket },
  { call: 'getObjectText', input: object, isUnsigned: true },
  { call: 'putObject', input: { ...object, body: 'a' }, isUnsigned: true },
  { call: 'listObjects', input: { bucket }, isUnsigned: true },
  { call: 'listBuckets', input: {}, wrongKeys: true },
  { call: 'getObjectText', input: object, wrongKeys: true },
  { call: 'headObject', input: object, wrongKeys: true },
  {
    call: 'deleteObjects',
    input: { bucket, objects: ['empty', 'none', { key: object.key, versionId: 'no-such-version' }] },
  },
  { call: 'deleteObject', input: { bucket, key: 'none' } },
];
