import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createAutoScalingGroup,
  deleteAutoScalingGroup,
  describeAutoScalingGroup,
  listAutoScalingGroups,
  listScalingActivities,
  setDesiredCapacity,
  updateAutoScalingGroup,
  waitForAutoScalingGroup,
} from './index.js';

const launchTemplate = 'lt-0123456789abcdef0';
const subnetIds = ['subnet-01234567', 'subnet-89abcdef'];
const group = (states: readonly string[], DesiredCapacity = states.length, more: object = {}): object => ({
  AutoScalingGroups: [
    {
      AutoScalingGroupName: 'web',
      MinSize: 1,
      MaxSize: 4,
      DesiredCapacity,
      CreatedTime: '2026-11-01T10:00:00Z',
      VPCZoneIdentifier: 'subnet-01234567, subnet-89abcdef',
      Instances: states.map((LifecycleState, index) => ({
        InstanceId: `i-${index}`,
        LifecycleState,
        HealthStatus: 'Healthy',
        AvailabilityZone: 'eu-west-1a',
      })),
      ...more,
    },
  ],
});
const activity = (StatusCode: string, more: object = {}): object => ({
  Activities: [{ ActivityId: 'a', StatusCode, Cause: 'desired', StartTime: '2026-11-01T10:00:00Z', ...more }],
});
const sizes = { autoScalingGroupName: 'web', launchTemplate, minSize: 2, maxSize: 4, subnetIds };

describe('an Auto Scaling group', () => {
  it('is created; with wait the call resolves when its instances are in service', async () => {
    await using aws = fakeAws({
      answers: { CreateAutoScalingGroup: {}, DescribeScalingActivities: activity('InProgress') },
    });
    aws.once('DescribeAutoScalingGroups', group(['Pending', 'InService']));
    aws.on('DescribeAutoScalingGroups', group(['InService', 'InService']));
    const seen: string[] = [];
    const wait = { onProgress: ({ state }: { state: string }): void => void seen.push(state) };
    const created = await createAutoScalingGroup(
      { ...sizes, tags: { Name: 'web' }, healthCheckGracePeriodSeconds: 60 },
      { session: aws.session, wait },
    );
    expect(created).toMatchObject({ subnetIds, instances: [{ instanceId: 'i-0' }, { instanceId: 'i-1' }] });
    expect(seen).toEqual(['1 Pending, 1 InService, 2 desired', '2 InService, 2 desired']);
    expect(aws.requests[0]?.input).toMatchObject({
      LaunchTemplate: { LaunchTemplateId: launchTemplate },
      VPCZoneIdentifier: 'subnet-01234567,subnet-89abcdef',
      HealthCheckGracePeriod: 60,
      Tags: [{ Key: 'Name', Value: 'web', PropagateAtLaunch: true }],
    });
  });

  it.each([
    [{ ...sizes, desiredCapacity: 5 }, 'provide minSize ≤ desiredCapacity ≤ maxSize'],
    [{ ...sizes, minSize: 5 }, 'provide minSize ≤ desiredCapacity ≤ maxSize'],
    [
      { ...sizes, autoScalingGroupName: 'a:b' },
      'autoScalingGroupName must be 1 to 255 characters without a colon, a vertical bar or a line break (got "a:b")',
    ],
    [
      { ...sizes, launchTemplate: { version: '1' } },
      'launchTemplate: provide either launchTemplateId or launchTemplateName',
    ],
    [{ ...sizes, subnetIds: [] }, 'subnetIds must have at least 1 item (got a list of 0)'],
  ])('rejects %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(createAutoScalingGroup(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createAutoScalingGroup(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('is scaled in; with wait the call resolves when the surplus instances are terminated', async () => {
    await using aws = fakeAws({
      answers: { SetDesiredCapacity: {}, DescribeScalingActivities: activity('InProgress') },
    });
    aws.once('DescribeAutoScalingGroups', group(['InService', 'Terminating'], 1));
    aws.on('DescribeAutoScalingGroups', group(['InService']));
    const scaled = await setDesiredCapacity(
      { autoScalingGroupName: 'web', desiredCapacity: 1 },
      { session: aws.session, wait: true },
    );
    expect(scaled.instances).toHaveLength(1);
  });

  it('whose launch fails ends the wait with the reason of its latest scaling activity', async () => {
    await using aws = fakeAws({
      answers: {
        DescribeAutoScalingGroups: group([], 2),
        DescribeScalingActivities: activity('Failed', {
          StatusMessage: 'We currently do not have sufficient t3.micro capacity',
        }),
      },
    });
    const waiting = waitForAutoScalingGroup(
      { autoScalingGroupName: 'web', state: 'in-service' },
      { session: aws.session },
    );
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('web is without instances, 2 desired');
    await expect(waiting).rejects.toThrow('sufficient t3.micro capacity');
    aws.on('DescribeAutoScalingGroups', group([], 0, { Status: 'Delete in progress' }));
    const deleting = waitForAutoScalingGroup(
      { autoScalingGroupName: 'web', state: 'in-service' },
      { session: aws.session },
    );
    await expect(deleting).rejects.toThrow('Delete in progress');
  });

  it('is updated; members that are omitted are not sent', async () => {
    await using aws = fakeAws({ answers: { UpdateAutoScalingGroup: {} } });
    const named = { launchTemplateName: 'web', version: '$Latest' };
    expect(
      await updateAutoScalingGroup({ autoScalingGroupName: 'web', launchTemplate: named }, { session: aws.session }),
    ).toEqual({ autoScalingGroupName: 'web' });
    expect(aws.requests[0]?.input).toMatchObject({ LaunchTemplate: { LaunchTemplateName: 'web', Version: '$Latest' } });
    expect(String(aws.requests[0]?.body)).not.toContain('MinSize');
  });

  it('is deleted with its instances; with wait the call resolves when the group no longer exists', async () => {
    await using aws = fakeAws({ answers: { DeleteAutoScalingGroup: {} } });
    aws.once('DescribeAutoScalingGroups', group(['Terminating'], 0));
    aws.on('DescribeAutoScalingGroups', { AutoScalingGroups: [] });
    expect(
      await deleteAutoScalingGroup(
        { autoScalingGroupName: 'web', forceDelete: true },
        { session: aws.session, wait: true },
      ),
    ).toBeUndefined();
    expect(aws.requests[0]?.input).toMatchObject({ ForceDelete: true });
  });

  it('is described in one request with another group that does not exist, and listed with its scaling activities', async () => {
    await using aws = fakeAws({ answers: { DescribeAutoScalingGroups: group(['InService']) } });
    const [found, missing] = await Promise.allSettled(
      ['web', 'api'].map((name) => describeAutoScalingGroup(name, { session: aws.session })),
    );
    expect(found).toMatchObject({ status: 'fulfilled', value: { autoScalingGroupName: 'web' } });
    expect((missing as PromiseRejectedResult).reason).toBeInstanceOf(NotFoundError);
    expect(aws.requests).toHaveLength(1);
    expect(await listAutoScalingGroups({ tags: { team: 'web' } }, { session: aws.session }).count()).toBe(1);
    aws.on('DescribeScalingActivities', activity('Successful', { Progress: 100 }));
    expect(
      await listScalingActivities({ autoScalingGroupName: 'web' }, { session: aws.session }).first(),
    ).toMatchObject({ progress: 100 });
  });

  it('throws a different error for a name in use, a group with instances and an unknown group', async () => {
    await using aws = fakeAws({
      answers: {
        CreateAutoScalingGroup: awsError('AlreadyExists', 'AutoScalingGroup by this name already exists'),
        DeleteAutoScalingGroup: awsError('ResourceInUse', 'it has instances'),
        SetDesiredCapacity: awsError('ValidationError', 'AutoScalingGroup name not found'),
      },
    });
    await expect(createAutoScalingGroup(sizes, { session: aws.session })).rejects.toThrow(AlreadyExistsError);
    await expect(deleteAutoScalingGroup('web', { session: aws.session })).rejects.toThrow(ConflictError);
    await expect(
      setDesiredCapacity({ autoScalingGroupName: 'web', desiredCapacity: 1 }, { session: aws.session }),
    ).rejects.toMatchObject({ name: 'NotFoundError', resource: 'Auto Scaling group', id: 'web' });
  });
});
