import { CapacityError, InvalidInputError, QuotaExceededError, WaitError } from '@arch/core';
import { awsError, fakeAws, type FakeAws, fault } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { runInstance, runInstances, type RunInstanceInput } from './index.js';

const imageId = 'ami-0123456789abcdef0';
const instanceId = 'i-0123456789abcdef0';
const launched = (state: string, more: object = {}): object => ({
  InstanceId: instanceId,
  ImageId: imageId,
  InstanceType: 't3.micro',
  State: { Name: state },
  LaunchTime: '2026-11-01T10:00:00.000Z',
  Placement: { AvailabilityZone: 'eu-west-1a' },
  ...more,
});
const ready = (): FakeAws =>
  fakeAws({
    answers: {
      DescribeImages: {
        Images: [
          {
            ImageId: imageId,
            State: 'available',
            RootDeviceName: '/dev/xvda',
            BlockDeviceMappings: [
              { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8 } },
              { DeviceName: '/dev/sdb', Ebs: { VolumeSize: 50 } },
            ],
          },
        ],
      },
      RunInstances: { Instances: [launched('pending')] },
    },
  });
const least: RunInstanceInput = { image: imageId, instanceType: 't3.micro' };
const sent = (aws: FakeAws): Record<string, unknown> =>
  aws.requests.find(({ operation }) => operation === 'RunInstances')?.input as Record<string, unknown>;

it('requires IMDSv2 and encrypts the volumes of the image by default', async () => {
  await using aws = ready();
  await runInstance(least, { session: aws.session });
  expect(sent(aws)).toMatchObject({
    ImageId: imageId,
    MinCount: 1,
    MaxCount: 1,
    MetadataOptions: { HttpTokens: 'required' },
    BlockDeviceMappings: [
      { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 8 } },
      { DeviceName: '/dev/sdb', Ebs: { Encrypted: true, VolumeSize: 50 } },
    ],
  });
  await using other = ready();
  await runInstance(
    { ...least, encryptVolumes: false, metadataOptions: { httpTokens: 'optional' } },
    { session: other.session },
  );
  expect(sent(other)).toMatchObject({ MetadataOptions: { HttpTokens: 'optional' } });
  expect(sent(other)['BlockDeviceMappings']).toBeUndefined();
});

it("sends all members in AWS's form", async () => {
  await using aws = ready();
  await runInstance(
    {
      ...least,
      keyName: 'operations',
      subnetId: 'subnet-0123456789abcdef0',
      securityGroupIds: ['sg-0123456789abcdef0'],
      associatePublicIpAddress: true,
      userData: 'echo hello',
      volumes: [
        { sizeGiB: 20, volumeType: 'gp3' },
        { deviceName: '/dev/sdf', sizeGiB: 100, encrypted: false },
      ],
      tags: { Name: 'web' },
      iamInstanceProfile: 'web',
      market: { type: 'spot', maxPrice: '0.05', interruptionBehavior: 'stop' },
      clientToken: 'once',
    },
    { session: aws.session },
  );
  expect(sent(aws)).toMatchObject({
    KeyName: 'operations',
    UserData: 'ZWNobyBoZWxsbw==',
    NetworkInterfaces: [
      {
        DeviceIndex: 0,
        AssociatePublicIpAddress: true,
        SubnetId: 'subnet-0123456789abcdef0',
        Groups: ['sg-0123456789abcdef0'],
      },
    ],
    IamInstanceProfile: { Name: 'web' },
    InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice: '0.05', SpotInstanceType: 'persistent' } },
    TagSpecifications: [{ ResourceType: 'instance' }, { ResourceType: 'volume' }],
    ClientToken: 'once',
    BlockDeviceMappings: [
      { DeviceName: '/dev/sdb', Ebs: { Encrypted: true } },
      { DeviceName: '/dev/xvda', Ebs: { VolumeSize: 20, VolumeType: 'gp3', Encrypted: true } },
      { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 100, Encrypted: false } },
    ],
  });
  expect(sent(aws)['SubnetId']).toBeUndefined();
});

it('sends the same client token in each retry after a lost response', async () => {
  await using aws = ready();
  aws.once('RunInstances', fault('reset'));
  aws.once('RunInstances', fault('close-mid-body'));
  await runInstance(least, { session: aws.session });
  const tokens = aws.requests
    .filter(({ operation }) => operation === 'RunInstances')
    .map(({ body }) => new URLSearchParams(String(body)).get('ClientToken'));
  expect(tokens).toHaveLength(3);
  expect(tokens[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(tokens).size).toBe(1);
});

it("ends the wait with AWS's reason if the launch fails", async () => {
  await using aws = ready();
  const StateReason = {
    Code: 'Client.VolumeLimitExceeded',
    Message: 'Client.VolumeLimitExceeded: Volume limit exceeded',
  };
  aws.once('DescribeInstances', { Reservations: [{ Instances: [launched('pending')] }] });
  aws.on('DescribeInstances', { Reservations: [{ Instances: [launched('terminated', { StateReason })] }] });
  const call = runInstances({ ...least, count: 1 }, { session: aws.session, wait: true });
  await expect(call).rejects.toThrow(WaitError);
  await expect(call).rejects.toThrow(/is terminated.*Volume limit exceeded.*Launched instances: i-0123456789abcdef0/);
});

it('waits for an instance that AWS does not find yet', async () => {
  await using aws = ready();
  aws.once(
    'DescribeInstances',
    awsError('InvalidInstanceID.NotFound', `The instance ID '${instanceId}' does not exist`),
  );
  aws.on('DescribeInstances', { Reservations: [{ Instances: [launched('running')] }] });
  await expect(runInstance(least, { session: aws.session, wait: true })).resolves.toMatchObject({ state: 'running' });
});

it.each([
  ['InsufficientInstanceCapacity', CapacityError],
  ['VcpuLimitExceeded', QuotaExceededError],
  ['MaxSpotInstanceCountExceeded', QuotaExceededError],
])('translates %s', async (code, type) => {
  await using aws = ready();
  aws.on('RunInstances', awsError(code, 'No.'));
  await expect(runInstance(least, { session: aws.session })).rejects.toThrow(type);
});

it.each([
  ['no image', { instanceType: 't3.micro' }, /provide image, or a launchTemplate with an image/],
  ['no type', { image: imageId }, /provide instanceType, or a launchTemplate with an instanceType/],
  ['an invalid image ID', { ...least, image: 'ubuntu' }, /ami-/],
  ['user data over 16 KB', { ...least, userData: new Uint8Array(16_385) }, /16,384 bytes/],
  [
    'the same device twice',
    { ...least, volumes: [{ deviceName: '/dev/sdf' }, { deviceName: '/dev/sdf' }] },
    /provide each deviceName in volumes only once/,
  ],
  ['a volume of 0 GiB', { ...least, volumes: [{ sizeGiB: 0 }] }, /volumes\[0\]\.sizeGiB must be at least 1 \(got 0\)/],
  [
    'throughput of a gp2 volume',
    { ...least, volumes: [{ volumeType: 'gp2' as const, throughput: 125 }] },
    /volumes\[0\]: provide throughput only with volumeType gp3/,
  ],
  [
    'a tag key that is reserved for AWS',
    { ...least, tags: { 'aws:name': 'x' } },
    /the key "aws:name" of tags must be text without the prefix "aws:"/,
  ],
  ['a token that is too long', { ...least, clientToken: 'x'.repeat(65) }, /1–64 printable ASCII characters/],
])('rejects %s before anything is sent', async (_what, input, message) => {
  await using aws = ready();
  const call = runInstance(input, { session: aws.session });
  await expect(call).rejects.toThrow(InvalidInputError);
  await expect(call).rejects.toThrow(message);
  expect(aws.requests).toEqual([]);
});
