import { createSession } from '@arch/core';
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, it } from 'vitest';

import { launchLocalInstance } from '../../ec2/__fixtures__/launch-local-instance.js';
import { createListener, deleteListener, listListeners } from '../listeners/index.js';
import { createLoadBalancer, deleteLoadBalancer, describeLoadBalancer } from '../load-balancers/index.js';
import {
  createTargetGroup,
  deleteTargetGroup,
  deregisterTargets,
  listTargetGroups,
  registerTargets,
  waitForTargetsHealthy,
} from './index.js';

/** Other tests create and delete subnets in the same account at the same time. */
const defaultSubnets = [{ Name: 'default-for-az', Values: ['true'] }];

it('routes from a load balancer to a healthy instance, and deletes everything', async () => {
  await using session = createSession({});
  const { Subnets = [] } = await session
    .client(EC2Client)
    .send(new DescribeSubnetsCommand({ Filters: defaultSubnets }));
  const [one, two] = Subnets;
  const subnets = [one?.SubnetId ?? '', two?.SubnetId ?? ''];
  const vpcId = one?.VpcId ?? '';

  const { loadBalancerArn, state } = await createLoadBalancer({ name: 'local-web', subnets }, { wait: { pollMs: 50 } });
  expect(state).toBe('active');
  const { targetGroupArn } = await createTargetGroup({ name: 'local-web', protocol: 'HTTP', port: 80, vpcId });
  const instanceId = await launchLocalInstance();
  await registerTargets({ targetGroupArn, targets: [instanceId] });
  const { listenerArn } = await createListener({
    loadBalancerArn,
    protocol: 'HTTP',
    port: 80,
    defaultAction: { targetGroupArn },
  });

  const [target] = await waitForTargetsHealthy({ targetGroupArn, targets: [instanceId] }, { pollMs: 50 });
  expect(target).toMatchObject({ id: instanceId, state: 'healthy' });
  expect(await listListeners({ loadBalancerArn }).count()).toBe(1);
  expect((await listTargetGroups({ loadBalancerArn }).first())?.targetGroupArn).toBe(targetGroupArn);

  await deregisterTargets({ targetGroupArn, targets: [instanceId] });
  await deleteListener(listenerArn);
  await deleteLoadBalancer(loadBalancerArn);
  await deleteTargetGroup(targetGroupArn);
  await expect(describeLoadBalancer(loadBalancerArn)).rejects.toThrow('does not exist in this account and region');
});
