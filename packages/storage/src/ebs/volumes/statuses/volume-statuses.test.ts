import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { describeVolumeStatus, listVolumeStatuses } from './index.js';

const volumeId = 'vol-0123456789abcdef0';
const impaired = {
  VolumeId: volumeId,
  AvailabilityZone: 'eu-west-1a',
  VolumeStatus: { Status: 'impaired', Details: [{ Name: 'io-enabled', Status: 'failed' }] },
  Events: [{ EventId: 'evol-61a54008', EventType: 'potential-data-inconsistency', NotBefore: '2026-11-01T10:00:00Z' }],
  Actions: [{ Code: 'enable-volume-io', Description: 'Enable volume I/O', EventId: 'evol-61a54008' }],
  InitializationStatusDetails: { Progress: 40, EstimatedTimeToCompleteInSeconds: 60 },
};

it('describes the checks, the events and the required actions of a volume', async () => {
  await using aws = fakeAws({ answers: { DescribeVolumeStatus: { VolumeStatuses: [impaired] } } });
  const status = await describeVolumeStatus(volumeId, { session: aws.session });
  expect(status).toMatchObject({
    volumeStatus: 'impaired',
    details: [{ name: 'io-enabled', status: 'failed' }],
    events: [{ eventType: 'potential-data-inconsistency', notBefore: new Date('2026-11-01T10:00:00Z') }],
    actions: [{ code: 'enable-volume-io' }],
    initializationProgress: 40,
    estimatedTimeToCompleteInSeconds: 60,
  });
});

it('throws NotFoundError for an unknown volume', async () => {
  await using aws = fakeAws({ answers: { DescribeVolumeStatus: awsError('InvalidVolume.NotFound', 'no volume') } });
  await expect(describeVolumeStatus(volumeId, { session: aws.session })).rejects.toThrow(NotFoundError);
});

it('lists volumes by the result of their checks', async () => {
  await using aws = fakeAws({ answers: { DescribeVolumeStatus: { VolumeStatuses: [impaired] } } });
  const { session } = aws;
  expect(await listVolumeStatuses({ volumeStatus: ['impaired', 'warning'] }, { session }).count()).toBe(1);
  expect(aws.requests[0]?.input).toMatchObject({
    Filters: [{ Name: 'volume-status.status', Values: ['impaired', 'warning'] }],
  });
});
