import { ConflictError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { createSnapshot, deleteSnapshot, describeSnapshot, listSnapshots, waitForSnapshot } from './index.js';

const volumeId = 'vol-0123456789abcdef0';
const snapshotId = 'snap-0123456789abcdef0';
const snapshot = (State: string, more: object = {}): object => ({
  SnapshotId: snapshotId,
  VolumeId: volumeId,
  State,
  StartTime: '2026-11-01T10:00:00Z',
  VolumeSize: 20,
  Encrypted: true,
  ...more,
});

describe('a snapshot', () => {
  it('is created; the wait reports the percentage', async () => {
    await using aws = fakeAws({ answers: { CreateSnapshot: snapshot('pending', { Progress: '' }) } });
    for (const Progress of ['0%', '80%'])
      aws.once('DescribeSnapshots', { Snapshots: [snapshot('pending', { Progress })] });
    aws.on('DescribeSnapshots', { Snapshots: [snapshot('completed', { Progress: '100%' })] });
    const seen: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void seen.push(state) };
    const done = await createSnapshot(
      { volumeId, description: 'nightly', tags: { a: 'b' } },
      { session: aws.session, wait },
    );
    expect(done).toMatchObject({ snapshotId, state: 'completed', volumeSizeGiB: 20 });
    expect(seen).toEqual(['pending, 0%', 'pending, 80%', 'completed']);
  });

  it('is not created twice: a request whose response is lost is not retried', async () => {
    await using aws = fakeAws({ answers: { CreateSnapshot: fault('reset') } });
    await expect(createSnapshot(volumeId, { session: aws.session })).rejects.toThrow(
      'AWS may have completed the request',
    );
    expect(aws.requests).toHaveLength(1);
  });

  it("ends the wait with AWS's reason if it fails", async () => {
    const failed = snapshot('error', { StateMessage: 'Given key ID is not accessible' });
    await using aws = fakeAws({ answers: { DescribeSnapshots: { Snapshots: [failed] } } });
    const waiting = waitForSnapshot({ snapshotId, state: 'completed' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('Given key ID is not accessible');
  });

  it('is listed if this account owns it, unless owners names other accounts', async () => {
    await using aws = fakeAws({ answers: { DescribeSnapshots: { Snapshots: [snapshot('completed')] } } });
    expect(await listSnapshots({ volumeId }, { session: aws.session }).count()).toBe(1);
    await listSnapshots({ owners: ['amazon'] }, { session: aws.session }).first();
    expect(aws.requests.map(({ input }) => input['OwnerIds'])).toEqual([['self'], ['amazon']]);
    expect((await describeSnapshot(snapshotId, { session: aws.session })).state).toBe('completed');
  });

  it('is not deleted if an image uses it or it does not exist, with an error class for each', async () => {
    await using aws = fakeAws();
    aws.once('DeleteSnapshot', awsError('InvalidSnapshot.InUse', 'is currently in use by ami-1'));
    aws.once('DeleteSnapshot', awsError('InvalidSnapshot.NotFound', 'does not exist'));
    await expect(deleteSnapshot(snapshotId, { session: aws.session })).rejects.toThrow(ConflictError);
    await expect(deleteSnapshot(snapshotId, { session: aws.session })).rejects.toThrow(NotFoundError);
  });
});
