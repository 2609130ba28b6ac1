import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws, fault } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { copySnapshot, createSnapshots } from './index.js';

const sourceSnapshotId = 'snap-0123456789abcdef0';
const snapshotId = 'snap-0fedcba9876543210';
const source = { sourceRegion: 'eu-west-1', sourceSnapshotId };
const snapshot = (SnapshotId: string, State: string, more: object = {}): object => ({
  SnapshotId,
  VolumeId: 'vol-0123456789abcdef0',
  State,
  StartTime: '2026-11-01T10:00:00Z',
  VolumeSize: 20,
  ...more,
});

describe('copySnapshot', () => {
  it('copies to the session’s region, encrypted, with a URL that is signed for the source region', async () => {
    await using aws = fakeAws({ region: 'eu-central-1', answers: { CopySnapshot: { SnapshotId: snapshotId } } });
    const { session } = aws;
    expect(await copySnapshot({ ...source, tags: { a: 'b' } }, { session })).toMatchObject({ snapshotId });
    const { PresignedUrl, ...sent } = aws.requests[0]?.input ?? {};
    expect(sent).toMatchObject({
      SourceRegion: 'eu-west-1',
      SourceSnapshotId: sourceSnapshotId,
      DestinationRegion: 'eu-central-1',
      Encrypted: true,
      TagSpecifications: [{ ResourceType: 'snapshot', Tags: [{ Key: 'a', Value: 'b' }] }],
    });
    const { host, searchParams } = new URL(String(PresignedUrl));
    expect(host).toBe('ec2.eu-west-1.amazonaws.com');
    expect(searchParams.get('X-Amz-Credential')).toContain('/eu-west-1/ec2/aws4_request');
    expect(searchParams.get('DestinationRegion')).toBe('eu-central-1');
    expect(searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('omits Encrypted if encrypted is false, because AWS rejects the value', async () => {
    await using aws = fakeAws({ answers: { CopySnapshot: { SnapshotId: snapshotId } } });
    await copySnapshot({ ...source, encrypted: false }, { session: aws.session });
    expect(aws.requests[0]?.input['Encrypted']).toBeUndefined();
    const contradiction = { ...source, encrypted: false, kmsKeyId: 'alias/backups' };
    const call = copySnapshot(contradiction, { session: aws.session });
    await expect(call).rejects.toThrow('copySnapshot: encrypted must be true with a kmsKeyId (got false).');
    expect(aws.requests).toHaveLength(1);
  });

  it('waits for the copy in the region of the copy', async () => {
    await using aws = fakeAws({ answers: { CopySnapshot: { SnapshotId: snapshotId } } });
    aws.once('DescribeSnapshots', awsError('InvalidSnapshot.NotFound', 'does not exist'));
    aws.once('DescribeSnapshots', { Snapshots: [snapshot(snapshotId, 'pending', { Progress: '7%' })] });
    aws.on('DescribeSnapshots', { Snapshots: [snapshot(snapshotId, 'completed')] });
    const done = await copySnapshot(source, { session: aws.session, wait: true });
    expect(done).toMatchObject({ snapshotId, state: 'completed' });
  });

  it('does not copy twice, and names the snapshot that it does not find', async () => {
    await using aws = fakeAws();
    aws.once('CopySnapshot', fault('reset'));
    aws.once('CopySnapshot', awsError('InvalidSnapshot.NotFound', 'does not exist'));
    const { session } = aws;
    await expect(copySnapshot(source, { session })).rejects.toThrow('AWS may have completed the request');
    const error: unknown = await copySnapshot(source, { session }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ id: sourceSnapshotId });
    expect(String(error)).toContain('Check sourceRegion');
    expect(aws.requests).toHaveLength(2);
  });

  it.each([
    [{ sourceRegion: 'Ireland' }, 'sourceRegion must be a region such as eu-west-1 (got "Ireland")'],
    [{ completionDurationMinutes: 20 }, 'completionDurationMinutes must be a multiple of 15 (got 20)'],
    [{ completionDurationMinutes: 3_000 }, 'completionDurationMinutes must be at most 2880 (got 3000)'],
  ])('rejects %o before sending', async (part, message) => {
    await using aws = fakeAws();
    const call = copySnapshot({ ...source, ...part }, { session: aws.session });
    await expect(call).rejects.toThrow(InvalidInputError);
    await expect(call).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });
});

describe('createSnapshots', () => {
  const instanceId = 'i-0123456789abcdef0';
  const pending = [snapshot(sourceSnapshotId, 'pending'), snapshot(snapshotId, 'pending')];

  it('creates one snapshot of each volume, without those that are excluded', async () => {
    await using aws = fakeAws({ answers: { CreateSnapshots: { Snapshots: pending } } });
    const excludeDataVolumeIds = ['vol-0fedcba9876543210'];
    const input = { instanceId, excludeBootVolume: true, excludeDataVolumeIds, copyTagsFromSource: 'volume' } as const;
    const created = await createSnapshots(input, { session: aws.session });
    expect(created.map((each) => each.snapshotId)).toEqual([sourceSnapshotId, snapshotId]);
    expect(aws.requests[0]?.input).toMatchObject({
      InstanceSpecification: {
        InstanceId: instanceId,
        ExcludeBootVolume: true,
        ExcludeDataVolumeIds: excludeDataVolumeIds,
      },
      CopyTagsFromSource: 'volume',
    });
  });

  it('waits until all are complete, and reports which one progresses', async () => {
    await using aws = fakeAws({ answers: { CreateSnapshots: { Snapshots: pending } } });
    aws.on('DescribeSnapshots', {
      Snapshots: [snapshot(sourceSnapshotId, 'completed'), snapshot(snapshotId, 'completed')],
    });
    const seen: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void seen.push(state) };
    const done = await createSnapshots(instanceId, { session: aws.session, wait });
    expect(done.map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(seen).toEqual([`${sourceSnapshotId}: completed`, `${snapshotId}: completed`]);
    expect(aws.requests).toHaveLength(2);
  });

  it('is not repeated after a lost response', async () => {
    await using aws = fakeAws({ answers: { CreateSnapshots: fault('reset') } });
    await expect(createSnapshots(instanceId, { session: aws.session })).rejects.toThrow(
      'AWS may have completed the request',
    );
    expect(aws.requests).toHaveLength(1);
  });
});
