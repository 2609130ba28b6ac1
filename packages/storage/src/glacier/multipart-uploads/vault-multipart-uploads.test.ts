import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { abortVaultMultipartUpload, listVaultMultipartUploads, listVaultUploadParts } from './index.js';

const vaultName = 'photos';
const uploadId = '19gaRezEXAMPLES6Ry5YYdqthHOC_kGRCT03L9yetr220UmPtBYKk-OssZtLqyFu7sY1';
const upload = (id: string) => ({
  MultipartUploadId: id,
  VaultARN: 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
  ArchiveDescription: 'photos.tar',
  PartSizeInBytes: 16_777_216,
  CreationDate: '2026-11-30T07:05:11.000Z',
});

it('lists the uploads of all pages, and aborts them', async () => {
  await using aws = fakeAws({ answers: { AbortMultipartUpload: {} } });
  const { session } = aws;
  aws.once('ListMultipartUploads', { UploadsList: [upload('u-1')], Marker: 'm-2' });
  aws.once('ListMultipartUploads', { UploadsList: [upload('u-2')], Marker: null });
  const found = await listVaultMultipartUploads({ vaultName }, { session }).toArray();
  expect(found).toMatchObject([
    {
      uploadId: 'u-1',
      archiveDescription: 'photos.tar',
      partSizeInBytes: 16_777_216,
      creationDate: new Date('2026-11-30T07:05:11Z'),
    },
    { uploadId: 'u-2' },
  ]);
  expect(aws.requests[1]?.input).toMatchObject({ accountId: '-', marker: 'm-2' });
  await abortVaultMultipartUpload({ vaultName, uploadId: 'u-1' }, { session });
  expect(aws.requests[2]).toMatchObject({ method: 'DELETE', path: '/-/vaults/photos/multipart-uploads/u-1' });
});

it('lists the parts of an upload', async () => {
  await using aws = fakeAws();
  const part = { RangeInBytes: '0-16777215', SHA256TreeHash: 'ab12' };
  aws.on('ListParts', { ...upload(uploadId), Parts: [part], Marker: null });
  const parts = await listVaultUploadParts({ vaultName, uploadId }, { session: aws.session }).toArray();
  expect(parts).toEqual([{ rangeInBytes: '0-16777215', sha256TreeHash: 'ab12' }]);
  expect(aws.requests[0]?.path).toBe(`/-/vaults/photos/multipart-uploads/${uploadId}?limit=50`);
});

it('throws NotFoundError for an upload that is completed or aborted, and names it', async () => {
  await using aws = fakeAws();
  const gone = awsError('ResourceNotFoundException', `The upload ID was not found: ${uploadId}`, { status: 404 });
  aws.on('AbortMultipartUpload', gone);
  const aborting = abortVaultMultipartUpload({ vaultName, uploadId }, { session: aws.session });
  await expect(aborting).rejects.toThrow(NotFoundError);
  await expect(aborting).rejects.toThrow(`upload ${uploadId}`);
});

it('rejects text that is not the ID of an upload, and sends nothing', async () => {
  await using aws = fakeAws();
  const aborting = abortVaultMultipartUpload({ vaultName, uploadId: 'a/b' }, { session: aws.session });
  await expect(aborting).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
