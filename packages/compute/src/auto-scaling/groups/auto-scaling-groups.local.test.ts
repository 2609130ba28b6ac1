import { createSession } from '@arch/core';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';

import { createLaunchTemplate, deleteLaunchTemplate } from '../../ec2/launch-templates/index.js';
import {
  createAutoScalingGroup,
  deleteAutoScalingGroup,
  describeAutoScalingGroup,
  listAutoScalingGroups,
  setDesiredCapacity,
  updateAutoScalingGroup,
} from './index.js';

/** Other tests create and delete subnets in the same account at the same time. */
const defaultSubnets = [{ Name: 'default-for-az', Values: ['true'] }];

it('creates a group from a launch template, scales it out and in, and deletes it', async () => {
  await using session = createSession({});
  const { Subnets = [] } = await session
    .client(EC2Client)
    .send(new DescribeSubnetsCommand({ Filters: defaultSubnets }));
  const subnetIds = Subnets.slice(0, 2).map(({ SubnetId = '' }) => SubnetId);
  const { launchTemplateId } = await createLaunchTemplate({
    launchTemplateName: 'local-web',
    image: { os: 'amazon-linux-2023' },
    instanceType: 't3.micro',
  });
  const wait = { pollMs: 50 };
  const autoScalingGroupName = 'local-web';
  const sizes = { minSize: 1, maxSize: 4, desiredCapacity: 2, tags: { team: 'web' } };
  const created = await createAutoScalingGroup(
    { autoScalingGroupName, launchTemplate: launchTemplateId, subnetIds, ...sizes },
    { wait },
  );
  expect(created.instances.map(({ lifecycleState }) => lifecycleState)).toEqual(['InService', 'InService']);
  expect(created).toMatchObject({ launchTemplateId, subnetIds, tags: { team: 'web' } });
  expect((await setDesiredCapacity({ autoScalingGroupName, desiredCapacity: 4 }, { wait })).instances).toHaveLength(4);
  expect(
    (await updateAutoScalingGroup({ autoScalingGroupName, maxSize: 2, desiredCapacity: 1 }, { wait })).instances,
  ).toHaveLength(1);
  expect(await listAutoScalingGroups().count()).toBe(1);
  await deleteAutoScalingGroup({ autoScalingGroupName, forceDelete: true }, { wait });
  await expect(describeAutoScalingGroup(autoScalingGroupName)).rejects.toThrow('does not contain local-web');
  await deleteLaunchTemplate(launchTemplateId);
});
