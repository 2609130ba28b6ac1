import { CapacityError, ConflictError, InvalidInputError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  attachVolume,
  createVolume,
  deleteVolume,
  describeVolume,
  detachVolume,
  listVolumes,
  waitForVolume,
} from './index.js';

const volumeId = 'vol-0123456789abcdef0';
const volume = (State: string, more: object = {}): object => ({
  VolumeId: volumeId,
  State,
  Size: 20,
  VolumeType: 'gp3',
  CreateTime: '2026-11-01T10:00:00Z',
  Encrypted: true,
  Throughput: 125,
  ...more,
});
const attachment = { VolumeId: volumeId, InstanceId: 'i-0123456789abcdef0', Device: '/dev/sdf', State: 'attaching' };
const zone = { availabilityZone: 'eu-west-1a' };

describe('a volume', () => {
  it('is encrypted and of type gp3 by default; all attempts send the same idempotency token', async () => {
    await using aws = fakeAws({ answers: { CreateVolume: volume('creating') } });
    aws.once('CreateVolume', awsError('InternalError', 'try again', { status: 500 }));
    aws.once('DescribeVolumes', { Volumes: [volume('creating')] });
    aws.on('DescribeVolumes', { Volumes: [volume('available')] });
    const created = await createVolume(
      { ...zone, sizeGiB: 20, tags: { team: 'web' } },
      { session: aws.session, wait: true },
    );
    expect(created).toMatchObject({ volumeId, state: 'available', sizeGiB: 20, throughputMiBps: 125 });
    expect(aws.requests[0]?.input).toMatchObject({
      Size: 20,
      VolumeType: 'gp3',
      Encrypted: true,
      TagSpecifications: [{ ResourceType: 'volume' }],
    });
    const [first, second] = aws.requests.map(({ body }) => new URLSearchParams(String(body)).get('ClientToken'));
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it.each([
    [zone, 'provide sizeGiB, snapshotId or both'],
    [{ ...zone, sizeGiB: 20, volumeType: 'io2' }, 'provide iops with volumeType io1 or io2'],
    [{ ...zone, sizeGiB: 20, volumeType: 'gp2', iops: 3_000 }, 'provide iops only with volumeType gp3, io1 or io2'],
    [
      { ...zone, sizeGiB: 20, volumeType: 'st1', throughputMiBps: 250 },
      'provide throughputMiBps only with volumeType gp3',
    ],
    [{ ...zone, sizeGiB: 65_537 }, 'sizeGiB must be 1–65536 for volumeType gp3 (got 65537)'],
  ])('is not created with %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(createVolume(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createVolume(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('is attached, detached and deleted; each call waits for the state', async () => {
    await using aws = fakeAws({ answers: { AttachVolume: attachment, DetachVolume: attachment, DeleteVolume: {} } });
    const { session } = aws;
    aws.once('DescribeVolumes', { Volumes: [volume('in-use', { Attachments: [attachment] })] });
    const attached = await attachVolume(
      { volumeId, instanceId: 'i-0123456789abcdef0', device: '/dev/sdf' },
      { session, wait: true },
    );
    expect(attached.attachments).toMatchObject([{ instanceId: 'i-0123456789abcdef0', device: '/dev/sdf' }]);
    aws.once('DescribeVolumes', { Volumes: [volume('in-use')] });
    aws.once('DescribeVolumes', { Volumes: [volume('available')] });
    expect((await detachVolume(volumeId, { session, wait: true })).state).toBe('available');
    aws.once('DescribeVolumes', { Volumes: [volume('deleting')] });
    aws.once('DescribeVolumes', awsError('InvalidVolume.NotFound', `The volume '${volumeId}' does not exist.`));
    expect(await deleteVolume(volumeId, { session, wait: true })).toBeUndefined();
    expect(await deleteVolume(volumeId, { session })).toEqual({ volumeId });
  });

  it('is reported as busy during a detachment while the operating system still uses it', async () => {
    await using aws = fakeAws({ answers: { DetachVolume: { ...attachment, State: 'detaching' } } });
    aws.once('DescribeVolumes', { Volumes: [volume('in-use', { Attachments: [{ ...attachment, State: 'busy' }] })] });
    aws.on('DescribeVolumes', { Volumes: [volume('available')] });
    const seen: unknown[] = [];
    const onProgress = ({ state, reason }: { state: string; reason?: string | undefined }): void =>
      void seen.push([state, reason]);
    await detachVolume(volumeId, { session: aws.session, wait: { onProgress } });
    expect(seen).toEqual([
      ['in-use, attachment busy', 'i-0123456789abcdef0 still uses /dev/sdf: unmount it there'],
      ['available', undefined],
    ]);
  });

  it('ends the wait in state error', async () => {
    await using aws = fakeAws({ answers: { DescribeVolumes: { Volumes: [volume('error')] } } });
    await expect(waitForVolume({ volumeId, state: 'available' }, { session: aws.session })).rejects.toThrow(WaitError);
  });

  it('is listed by state, instance and tags', async () => {
    await using aws = fakeAws({ answers: { DescribeVolumes: { Volumes: [volume('in-use')] } } });
    const listing = listVolumes(
      { state: ['in-use', 'error'], instanceId: 'i-0123456789abcdef0', tags: { team: 'web' } },
      { session: aws.session },
    );
    expect((await listing.first())?.volumeId).toBe(volumeId);
    expect(aws.requests[0]?.input['Filters']).toEqual([
      { Name: 'status', Values: ['in-use', 'error'] },
      { Name: 'attachment.instance-id', Values: ['i-0123456789abcdef0'] },
      { Name: 'tag:team', Values: ['web'] },
    ]);
    expect((await describeVolume(volumeId, { session: aws.session })).volumeType).toBe('gp3');
  });

  it('throws ConflictError if it is in use or in another zone, and CapacityError if AWS has no capacity', async () => {
    await using aws = fakeAws({
      answers: {
        DeleteVolume: awsError('VolumeInUse', 'is currently attached'),
        AttachVolume: awsError('InvalidVolume.ZoneMismatch', 'not in the same zone'),
        CreateVolume: awsError('InsufficientVolumeCapacity', 'no capacity', { status: 500 }),
      },
    });
    await expect(deleteVolume(volumeId, { session: aws.session })).rejects.toThrow('Detach it first');
    const attaching = attachVolume(
      { volumeId, instanceId: 'i-0123456789abcdef0', device: '/dev/sdf' },
      { session: aws.session },
    );
    await expect(attaching).rejects.toThrow(ConflictError);
    await expect(createVolume({ ...zone, sizeGiB: 20 }, { session: aws.session })).rejects.toThrow(CapacityError);
  });
});
