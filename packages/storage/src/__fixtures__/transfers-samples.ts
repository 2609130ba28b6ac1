import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LayerSamples } from '@arch/contract';

// The folder for downloads. It is removed when the process ends, because several test files share the process.
const folder = mkdtempSync(join(tmpdir(), 'arch-contract-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

const object = { bucket: 'videos', key: 'film.mp4' };
const original = { bucket: 'originals', key: 'contract.pdf' };
const upload = { ...object, uploadId: 'VXBsb2FkIElE' };

/** One valid input per function, one valid response per AWS operation. */
export const transfersSamples: LayerSamples = {
  inputs: {
    abortMultipartUpload: upload,
    archiveObject: { ...original, retain: { years: 7 } },
    completeMultipartUpload: { ...upload, parts: [{ partNumber: 1, eTag: '"5d41402a"' }] },
    copyLargeObject: { ...original, source: object },
    createMultipartUpload: object,
    describeObjectRetention: original,
    downloadFile: { ...object, path: join(folder, 'film.mp4') },
    listMultipartUploads: { bucket: 'videos' },
    presignGetObject: object,
    presignPutObject: object,
    putObjectLegalHold: { ...original, status: 'ON' },
    putObjectRetention: { ...original, mode: 'GOVERNANCE', retainUntilDate: new Date('2099-01-01') },
    restoreObject: { ...original, days: 3 },
    uploadFile: { ...object, body: new TextEncoder().encode('hello') },
    uploadPartCopy: { ...upload, partNumber: 1, source: original },
    uploadPart: { ...upload, partNumber: 1, body: new TextEncoder().encode('hello') },
    waitForRestoredObject: original,
  },
  answers: {
    AbortMultipartUpload: {},
    CompleteMultipartUpload: { ETag: '"5d41402a-1"', VersionId: 'v1' },
    CreateMultipartUpload: { Bucket: 'videos', Key: 'film.mp4', UploadId: 'VXBsb2FkIElE' },
    GetObjectRetention: { Retention: { Mode: 'COMPLIANCE', RetainUntilDate: '2033-11-01T10:00:00Z' } },
    ListMultipartUploads: { Uploads: [{ Key: 'film.mp4', UploadId: 'VXBsb2FkIElE' }], IsTruncated: false },
    PutObjectLegalHold: {},
    PutObjectRetention: {},
    RestoreObject: {},
    UploadPartCopy: { CopyPartResult: { ETag: '"5d41402a"' } },
    UploadPart: { ETag: '"5d41402a"' },
  },
  withoutDocument: ['AbortMultipartUpload', 'PutObjectLegalHold', 'PutObjectRetention', 'RestoreObject', 'UploadPart'],
  withoutRequest: ['presignGetObject', 'presignPutObject'],
};
