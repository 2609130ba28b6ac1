import { ConflictError, InvalidInputError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { describeSnapshotAttribute, modifySnapshotAttribute, resetSnapshotAttribute } from './index.js';

const snapshotId = 'snap-0123456789abcdef0';

it('shares a snapshot with accounts, says with whom it is shared, and makes it private again', async () => {
  await using aws = fakeAws({
    answers: {
      ModifySnapshotAttribute: {},
      DescribeSnapshotAttribute: { SnapshotId: snapshotId, CreateVolumePermissions: [{ UserId: '111122223333' }] },
      ResetSnapshotAttribute: {},
    },
  });
  const { session } = aws;
  const createVolumePermission = { add: [{ userId: '111122223333' }], remove: [{ group: 'all' as const }] };
  await modifySnapshotAttribute({ snapshotId, createVolumePermission }, { session });
  const { createVolumePermissions } = await describeSnapshotAttribute(snapshotId, { session });
  expect(createVolumePermissions).toEqual([{ userId: '111122223333' }]);
  await resetSnapshotAttribute(snapshotId, { session });
  const Attribute = 'createVolumePermission';
  expect(aws.requests.map(({ input }) => input)).toEqual([
    {
      SnapshotId: snapshotId,
      Attribute,
      CreateVolumePermission: { Add: [{ UserId: '111122223333' }], Remove: [{ Group: 'all' }] },
    },
    { SnapshotId: snapshotId, Attribute },
    { SnapshotId: snapshotId, Attribute },
  ]);
});

it('says that block public access prevents a public snapshot', async () => {
  await using aws = fakeAws();
  aws.on('ModifySnapshotAttribute', awsError('OperationNotPermitted', 'You cannot publicly share snapshots.'));
  const createVolumePermission = { add: [{ group: 'all' as const }] };
  const call = modifySnapshotAttribute({ snapshotId, createVolumePermission }, { session: aws.session });
  await expect(call).rejects.toThrow(ConflictError);
  await expect(call).rejects.toThrow('getSnapshotBlockPublicAccessState');
});

it.each([
  [{}, 'createVolumePermission: provide add, remove or both.'],
  [{ add: [] }, 'createVolumePermission.add must have at least 1 item'],
  [{ add: [{ userId: '1' }] }, 'createVolumePermission.add[0].userId must be an account ID of 12 digits (got "1")'],
])('rejects %o before sending', async (createVolumePermission, message) => {
  await using aws = fakeAws();
  const call = modifySnapshotAttribute({ snapshotId, createVolumePermission }, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
