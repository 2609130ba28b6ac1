import { ConflictError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  describeVolumeModification,
  listVolumeModifications,
  modifyVolume,
  type ModifyVolumeInput,
  waitForVolumeModification,
} from './index.js';

const volumeId = 'vol-0123456789abcdef0';
const modification = (ModificationState: string, more: object = {}): object => ({
  VolumeId: volumeId,
  ModificationState,
  StartTime: '2026-11-01T10:00:00.123Z',
  OriginalSize: 100,
  TargetSize: 200,
  Progress: 0,
  ...more,
});
const described = (...items: readonly object[]): object => ({ VolumesModifications: items });

describe('modifyVolume', () => {
  it('sends only what changes, and returns the old and the new settings', async () => {
    await using aws = fakeAws({ answers: { ModifyVolume: { VolumeModification: modification('modifying') } } });
    const { session } = aws;
    const changed = await modifyVolume({ volumeId, sizeGiB: 200, throughputMiBps: 500 }, { session });
    expect(changed).toMatchObject({ volumeId, originalSizeGiB: 100, targetSizeGiB: 200, progress: 0 });
    expect(aws.requests[0]?.input).toEqual({ VolumeId: volumeId, Size: 200, Throughput: 500 });
  });

  it('waits until the new size can be used, past the earlier modification that AWS still returns', async () => {
    await using aws = fakeAws({ answers: { ModifyVolume: { VolumeModification: modification('modifying') } } });
    aws.once('DescribeVolumesModifications', awsError('InvalidVolumeModification.NotFound', 'does not exist'));
    const earlier = { StartTime: '2026-10-01T10:00:00Z', Progress: 100 };
    aws.once('DescribeVolumesModifications', described(modification('completed', earlier)));
    aws.once('DescribeVolumesModifications', described(modification('modifying', { Progress: 40 })));
    const later = { Progress: 1, StartTime: '2026-11-01T10:00:00Z' };
    aws.on('DescribeVolumesModifications', described(modification('optimizing', later)));
    const seen: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void seen.push(state) };
    const done = await modifyVolume({ volumeId, sizeGiB: 200 }, { session: aws.session, wait });
    expect(done.modificationState).toBe('optimizing');
    expect(seen).toEqual(['not yet visible', 'not yet visible', 'modifying, 40%', 'optimizing, 1%']);
  });

  it('says when the next modification is possible', async () => {
    await using aws = fakeAws();
    aws.once('ModifyVolume', awsError('VolumeModificationRateExceeded', 'maximum modification rate'));
    aws.once('ModifyVolume', awsError('IncorrectModificationState', 'currently in modification state OPTIMIZING'));
    const call = (): Promise<unknown> => modifyVolume({ volumeId, sizeGiB: 200 }, { session: aws.session });
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConflictError);
    expect(String(error)).toContain('AWS accepts four modifications of one volume in 24 hours');
    await expect(call()).rejects.toThrow('wait for it with waitForVolumeModification');
    expect(aws.requests).toHaveLength(2);
  });

  it('sends the request again after a lost response, because AWS rejects a second modification', async () => {
    await using aws = fakeAws();
    aws.once('ModifyVolume', fault('reset'));
    aws.on('ModifyVolume', { VolumeModification: modification('modifying') });
    await modifyVolume({ volumeId, sizeGiB: 200 }, { session: aws.session });
    expect(aws.requests).toHaveLength(2);
  });

  it.each<[Partial<ModifyVolumeInput>, string]>([
    [{}, 'modifyVolume: provide sizeGiB, volumeType, iops, throughputMiBps or multiAttachEnabled.'],
    [{ volumeType: 'gp2', sizeGiB: 20_000 }, 'modifyVolume: sizeGiB must be 1–16384 for volumeType gp2 (got 20000).'],
    [{ volumeType: 'st1', sizeGiB: 100 }, 'modifyVolume: sizeGiB must be 125–16384 for volumeType st1 (got 100).'],
    [{ volumeType: 'gp3', iops: 1_000 }, 'modifyVolume: iops must be 3000–80000 for volumeType gp3 (got 1000).'],
    [{ volumeType: 'st1', iops: 1_000 }, 'modifyVolume: provide iops only with volumeType gp3, io1 or io2.'],
    [{ volumeType: 'io2', throughputMiBps: 500 }, 'modifyVolume: provide throughputMiBps only with volumeType gp3.'],
    [
      { volumeType: 'gp3', multiAttachEnabled: true },
      'modifyVolume: provide multiAttachEnabled only with volumeType io1 or io2.',
    ],
  ])('rejects %o before sending', async (change, message) => {
    await using aws = fakeAws();
    const call = modifyVolume({ volumeId, ...change }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('a modification', () => {
  it('is described and listed', async () => {
    await using aws = fakeAws();
    aws.on('DescribeVolumesModifications', described(modification('optimizing', { Progress: 60 })));
    const { session } = aws;
    expect((await describeVolumeModification(volumeId, { session })).progress).toBe(60);
    expect(await listVolumeModifications({ modificationState: 'optimizing' }, { session }).count()).toBe(1);
    expect(aws.requests[1]?.input['Filters']).toEqual([{ Name: 'modification-state', Values: ['optimizing'] }]);
  });

  it('is not found for a volume that was never modified', async () => {
    await using aws = fakeAws();
    aws.on('DescribeVolumesModifications', awsError('InvalidVolumeModification.NotFound', 'does not exist'));
    const waiting = waitForVolumeModification({ volumeId, state: 'completed' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(NotFoundError);
    aws.on('DescribeVolumesModifications', described({ VolumeId: volumeId }));
    const second = waitForVolumeModification({ volumeId, state: 'completed' }, { session: aws.session });
    await expect(second).rejects.toThrow(`${volumeId} is unmodified and cannot reach the goal`);
  });

  it("ends the wait with AWS's reason if it fails", async () => {
    await using aws = fakeAws();
    aws.on('DescribeVolumesModifications', described(modification('failed', { StatusMessage: 'no capacity' })));
    const waiting = waitForVolumeModification({ volumeId, state: 'optimizing' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('no capacity');
  });

  it('reaches completed only when AWS has optimized the volume', async () => {
    await using aws = fakeAws();
    aws.once('DescribeVolumesModifications', described(modification('optimizing')));
    aws.on('DescribeVolumesModifications', described(modification('completed')));
    await waitForVolumeModification({ volumeId, state: 'completed' }, { session: aws.session });
    expect(aws.requests).toHaveLength(2);
  });
});
