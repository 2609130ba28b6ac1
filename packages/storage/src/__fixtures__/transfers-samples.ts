import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LayerSamples } from '../../../../tools/contract/layer.js';

const object = { bucket: 'videos', key: 'film.mp4' };
const upload = { ...object, uploadId: 'VXBsb2FkIElE' };

/** One good input per function, one good answer per AWS operation. */
export const transfersSamples: LayerSamples = {
  inputs: {
    abortMultipartUpload: upload,
    completeMultipartUpload: { ...upload, parts: [{ partNumber: 1, eTag: '"5d41402a"' }] },
    createMultipartUpload: object,
    downloadFile: { ...object, path: join(tmpdir(), `arch-contract-${process.pid}`) },
    listMultipartUploads: { bucket: 'videos' },
    presignGetObject: object,
    presignPutObject: object,
    uploadFile: { ...object, body: new TextEncoder().encode('hello') },
    uploadPart: { ...upload, partNumber: 1, body: new TextEncoder().encode('hello') },
  },
  answers: {
    AbortMultipartUpload: {},
    CompleteMultipartUpload: { ETag: '"5d41402a-1"', VersionId: 'v1' },
    CreateMultipartUpload: { Bucket: 'videos', Key: 'film.mp4', UploadId: 'VXBsb2FkIElE' },
    ListMultipartUploads: { Uploads: [{ Key: 'film.mp4', UploadId: 'VXBsb2FkIElE' }], IsTruncated: false },
    UploadPart: { ETag: '"5d41402a"' },
  },
  withoutDocument: ['AbortMultipartUpload', 'UploadPart'],
  withoutRequest: ['presignGetObject', 'presignPutObject'],
};
