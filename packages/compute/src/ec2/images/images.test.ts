import { InvalidInputError, NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { describeImage, findLatestImage, listImages } from './index.js';

const imageId = 'ami-0123456789abcdef0';
const available = (ImageId: string, CreationDate: string): object => ({
  ImageId,
  Name: `my-app-${CreationDate}`,
  State: 'available',
  CreationDate,
  RootDeviceName: '/dev/xvda',
  BlockDeviceMappings: [
    { DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1', VolumeSize: 8, VolumeType: 'gp3', Encrypted: false } },
    { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
  ],
});

it('returns times as dates and volume sizes in GiB', async () => {
  await using aws = fakeAws({
    answers: { DescribeImages: { Images: [available(imageId, '2026-11-01T10:00:00.000Z')] } },
  });
  const image = await describeImage(imageId, { session: aws.session });
  expect(image).toMatchObject({
    creationDate: new Date('2026-11-01T10:00:00Z'),
    blockDeviceMappings: [{ deviceName: '/dev/xvda', sizeGiB: 8, encrypted: false }, { deviceName: '/dev/sdb' }],
  });
  expect(aws.requests[0]?.input).toEqual({ ImageIds: [imageId], IncludeDeprecated: true });
});

it('accepts a failed image without a name', async () => {
  const failed = {
    ImageId: imageId,
    State: 'failed',
    CreationDate: '',
    StateReason: { Code: 'Client.InvalidSnapshot', Message: 'No boot volume' },
  };
  await using aws = fakeAws({ answers: { DescribeImages: { Images: [failed] } } });
  const image = await describeImage(imageId, { session: aws.session });
  expect(image).toEqual({ imageId, state: 'failed', stateReason: 'No boot volume', blockDeviceMappings: [], tags: {} });
});

it('reads the ID of the newest image from the public parameter of the system and architecture', async () => {
  await using aws = fakeAws({
    answers: {
      GetParameter: { Parameter: { Name: 'x', Value: imageId } },
      DescribeImages: { Images: [available(imageId, '2026-11-01T10:00:00.000Z')] },
    },
  });
  const image = await findLatestImage({ os: 'ubuntu-24.04', architecture: 'arm64' }, { session: aws.session });
  expect(image.imageId).toBe(imageId);
  expect(aws.requests.map(({ input }) => input)).toEqual([
    { Name: '/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id' },
    { ImageIds: [imageId], IncludeDeprecated: true },
  ]);
});

it('finds the newest available image of an owner by name', async () => {
  const Images = ['2026-10-01T00:00:00.000Z', '2026-11-05T00:00:00.000Z', '2026-09-01T00:00:00.000Z'].map((time, n) =>
    available(`ami-0123456789abcdef${n}`, time),
  );
  await using aws = fakeAws({ answers: { DescribeImages: { Images } } });
  const image = await findLatestImage(
    { owner: 'self', name: 'my-app-*', architecture: 'arm64' },
    { session: aws.session },
  );
  expect(image.imageId).toBe('ami-0123456789abcdef1');
  expect(aws.requests[0]?.input).toMatchObject({
    Owners: ['self'],
    Filters: [
      { Name: 'name', Values: ['my-app-*'] },
      { Name: 'architecture', Values: ['arm64'] },
      { Name: 'state', Values: ['available'] },
    ],
  });
});

it('names owner and name in the error if no image matches', async () => {
  await using aws = fakeAws({ answers: { DescribeImages: { Images: [] } } });
  aws.on('GetParameter', awsError('ParameterNotFound', ''));
  const { session } = aws;
  await expect(findLatestImage({ owner: 'self', name: 'my-app-*' }, { session })).rejects.toThrow(
    /self has no available image named my-app-\* in this region/,
  );
  await expect(findLatestImage('windows-server-2025', { session })).rejects.toThrow(NotFoundError);
});

it.each([
  ['an unknown operating system', 'beos' as 'ubuntu-24.04', /amazon-linux-2023/],
  [
    'an architecture that the operating system does not support',
    { os: 'windows-server-2022', architecture: 'arm64' } as const,
    /findLatestImage/,
  ],
  ['a name without an owner', { name: 'x' } as never, /findLatestImage/],
])('rejects %s before anything is sent', async (_what, query, message) => {
  await using aws = fakeAws();
  const call = findLatestImage(query, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});

it('lists all pages', async () => {
  await using aws = fakeAws();
  aws.once('DescribeImages', { Images: [available(imageId, '2026-11-01T10:00:00.000Z')], NextToken: 'two' });
  aws.once('DescribeImages', { Images: [available('ami-0123456789abcdef1', '2026-11-02T10:00:00.000Z')] });
  await expect(listImages({ owners: ['self'] }, { session: aws.session }).count()).resolves.toBe(2);
  expect(aws.requests[1]?.input).toMatchObject({ NextToken: 'two', Owners: ['self'] });
});
