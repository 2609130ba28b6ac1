import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ConflictError, ServiceError, UnexpectedResponseError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { operations, uploadVault } from './__fixtures__/upload-vault.js';
import { uploadVaultArchive } from './index.js';

const mebibyte = 1_048_576;
const content = Buffer.alloc(5 * mebibyte + 7);
for (let at = 0; at < content.length; at += 97) content[at] = at % 251;
const archive = { vaultName: 'photos', archiveDescription: 'photos.tar', partSizeBytes: 2 * mebibyte };

let folder = '';
let path = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arch-failed-upload-'));
  path = join(folder, 'photos.tar');
  await writeFile(path, content);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a failed upload', () => {
  it('is aborted before the call ends, also after an abort of the call and after its deadline', async () => {
    await using aws = fakeAws();
    uploadVault(aws);
    const reason = new Error('enough');
    const controller = new AbortController();
    aws.on('UploadMultipartPart', () => {
      controller.abort(reason);
      return fault('hang');
    });
    const { session } = aws;
    await expect(uploadVaultArchive({ ...archive, path }, { session, signal: controller.signal })).rejects.toBe(reason);
    expect(aws.requests.at(-1)).toMatchObject({
      method: 'DELETE',
      path: '/-/vaults/photos/multipart-uploads/u-1',
    });
    aws.on('UploadMultipartPart', fault('hang'));
    await expect(uploadVaultArchive({ ...archive, path }, { session, timeoutMs: 10_000 })).rejects.toMatchObject({
      name: 'DeadlineError',
      operation: 'uploadVaultArchive',
    });
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
  });

  it('is aborted if the stream fails or is too short, or the file grows', async () => {
    await using aws = fakeAws();
    uploadVault(aws);
    const { session } = aws;
    const broken = new Error('the source broke');
    async function* source(): AsyncGenerator<Uint8Array> {
      yield content;
      throw broken;
    }
    await expect(uploadVaultArchive({ ...archive, body: source() }, { session })).rejects.toBe(broken);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    const sizeBytes = content.length + 1;
    const short = uploadVaultArchive({ ...archive, body: createReadStream(path), sizeBytes }, { session });
    await expect(short).rejects.toThrow('No archive was written.');
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    const growing = join(folder, 'growing');
    await writeFile(growing, content);
    aws.on('InitiateMultipartUpload', async () => {
      await appendFile(growing, 'more');
      return { uploadId: 'u-1' };
    });
    const changed = uploadVaultArchive({ ...archive, path: growing, concurrency: 1 }, { session });
    await expect(changed).rejects.toThrow(ConflictError);
    expect(operations(aws).at(-1)).toBe('AbortMultipartUpload');
    expect(operations(aws)).not.toContain('CompleteMultipartUpload');
  });

  it('is named in the error if it cannot be aborted, or if its ID was lost', async () => {
    await using aws = fakeAws();
    uploadVault(aws);
    const { session } = aws;
    aws.on('UploadMultipartPart', awsError('InvalidParameterValueException', 'Checksum mismatch', { status: 400 }));
    aws.on('AbortMultipartUpload', awsError('AccessDeniedException', 'Access Denied', { status: 403 }));
    const uploading = uploadVaultArchive({ ...archive, path }, { session });
    await expect(uploading).rejects.toThrow(ServiceError);
    await expect(uploading).rejects.toThrow(
      /Checksum mismatch.*The upload u-1 to the vault photos is left: delete it with abortVaultMultipartUpload\. Undoing it failed/,
    );
    aws.on('InitiateMultipartUpload', fault('reset'));
    await expect(uploadVaultArchive({ ...archive, path }, { session })).rejects.toThrow(
      'An upload to the vault photos may exist: find it with listVaultMultipartUploads.',
    );
  });

  it('notes that Glacier may have completed the upload', async () => {
    await using aws = fakeAws();
    uploadVault(aws);
    aws.on('CompleteMultipartUpload', fault('reset'));
    const gone = awsError('ResourceNotFoundException', 'The upload ID was not found: u-1', { status: 404 });
    aws.on('AbortMultipartUpload', gone);
    const uploading = uploadVaultArchive({ ...archive, path }, { session: aws.session });
    await expect(uploading).rejects.toThrow('Glacier may have completed the upload: look for the archive in the next');
  });

  it('is detected by the tree hash of the whole archive', async () => {
    await using aws = fakeAws();
    uploadVault(aws);
    aws.on('CompleteMultipartUpload', { archiveId: 'a-1', checksum: 'ab'.repeat(32) });
    const uploading = uploadVaultArchive({ ...archive, path }, { session: aws.session });
    await expect(uploading).rejects.toThrow(UnexpectedResponseError);
    await expect(uploading).rejects.toThrow('the archive a-1 was stored, but is damaged');
    expect(operations(aws)).not.toContain('AbortMultipartUpload');
  });
});
