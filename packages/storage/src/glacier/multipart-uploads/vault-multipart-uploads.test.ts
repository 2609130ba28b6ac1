import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { abortVaultMultipartUpload, listVaultMultipartUploads, listVaultParts } from './index.js';

const vaultName = 'photos';
const uploadId = 'OW2fM5iVylEpFEMM9_HpKowRapC3vn5sSL39_396UW9zLFUWVrnRHaPjUJddQ5OxSHVXjYtrN47NBZ-khxOjyEXAMPLE';
const upload = {
  MultipartUploadId: uploadId,
  VaultARN: 'arn:aws:glacier:eu-west-1:111122223333:vaults/photos',
  PartSizeInBytes: 4_194_304,
  CreationDate: '2026-11-30T07:05:11.000Z',
};

it('lists the multipart uploads of all pages', async () => {
  await using aws = fakeAws();
  aws.once('ListMultipartUploads', { UploadsList: [{ ...upload, ArchiveDescription: 'a.tar' }], Marker: 'next' });
  aws.once('ListMultipartUploads', { UploadsList: [upload], Marker: null });
  expect(await listVaultMultipartUploads({ vaultName }, { session: aws.session }).toArray()).toEqual([
    {
      uploadId,
      vaultArn: upload.VaultARN,
      archiveDescription: 'a.tar',
      partSizeInBytes: 4_194_304,
      creationDate: new Date('2026-11-30T07:05:11Z'),
    },
    expect.not.objectContaining({ archiveDescription: expect.anything() as unknown }),
  ]);
  expect(aws.requests.map(({ input }) => input)).toMatchObject([
    { accountId: '-', vaultName, limit: 50 },
    { limit: 50, marker: 'next' },
  ]);
});

it('lists the parts of an upload, and aborts the upload', async () => {
  const part = { RangeInBytes: '0-4194303', SHA256TreeHash: '01d34dabf7be316472c93b1ef80721f5d4' };
  await using aws = fakeAws({ answers: { ListParts: { Parts: [part] }, AbortMultipartUpload: {} } });
  const { session } = aws;
  expect(await listVaultParts({ vaultName, uploadId }, { session }).toArray()).toEqual([
    { rangeInBytes: part.RangeInBytes, sha256TreeHash: part.SHA256TreeHash },
  ]);
  await abortVaultMultipartUpload({ vaultName, accountId: '111122223333', uploadId }, { session });
  expect(aws.requests.map(({ method, path }) => [method, path.split('?')[0]])).toEqual([
    ['GET', `/-/vaults/photos/multipart-uploads/${uploadId}`],
    ['DELETE', `/111122223333/vaults/photos/multipart-uploads/${uploadId}`],
  ]);
});

it('throws NotFoundError with the upload ID for an upload that is completed or aborted', async () => {
  const words = 'The specified multipart upload does not exist.';
  await using aws = fakeAws({
    answers: { ListParts: awsError('ResourceNotFoundException', words, { status: 404 }) },
  });
  const listing = listVaultParts({ vaultName, uploadId }, { session: aws.session }).toArray();
  await expect(listing).rejects.toThrow(NotFoundError);
  await expect(listing).rejects.toMatchObject({ resource: 'multipart upload', id: uploadId });
});

it('rejects an ID that would be another path, and sends nothing', async () => {
  await using aws = fakeAws();
  const aborting = abortVaultMultipartUpload({ vaultName, uploadId: '../locks' }, { session: aws.session });
  await expect(aborting).rejects.toThrow(InvalidInputError);
  expect(aws.requests).toEqual([]);
});
