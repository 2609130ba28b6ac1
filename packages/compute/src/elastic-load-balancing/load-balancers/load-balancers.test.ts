import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createLoadBalancer,
  deleteLoadBalancer,
  describeLoadBalancer,
  listLoadBalancers,
  waitForLoadBalancer,
} from './index.js';

const arnOf = (name: string): string =>
  `arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/${name}/50dc6c495c0c9188`;
const loadBalancer = (name: string, state: object = { Code: 'active' }): object => ({
  LoadBalancerArn: arnOf(name),
  LoadBalancerName: name,
  State: state,
  Type: 'application',
  AvailabilityZones: [{ SubnetId: 'subnet-01234567' }, { SubnetId: 'subnet-89abcdef' }],
});
const subnets = ['subnet-01234567', 'subnet-89abcdef'];

describe('a load balancer', () => {
  it('is internal by default; with wait the call resolves when it is active', async () => {
    await using aws = fakeAws({
      answers: { CreateLoadBalancer: { LoadBalancers: [loadBalancer('web', { Code: 'provisioning' })] } },
    });
    aws.once('DescribeLoadBalancers', { LoadBalancers: [loadBalancer('web', { Code: 'provisioning' })] });
    aws.on('DescribeLoadBalancers', { LoadBalancers: [loadBalancer('web')] });
    const created = await createLoadBalancer(
      { name: 'web', subnets, tags: { team: 'web' } },
      { session: aws.session, wait: true },
    );
    expect(created).toMatchObject({ loadBalancerArn: arnOf('web'), state: 'active', subnetIds: subnets });
    expect(aws.requests[0]?.input).toMatchObject({ Scheme: 'internal', Tags: [{ Key: 'team', Value: 'web' }] });
    await createLoadBalancer({ name: 'web', subnets, scheme: 'internet-facing' }, { session: aws.session });
    expect(aws.requests.at(-1)?.input).toMatchObject({ Scheme: 'internet-facing' });
    await createLoadBalancer({ name: 'web', subnets, type: 'gateway' }, { session: aws.session });
    expect(aws.requests.at(-1)?.input).not.toHaveProperty('Scheme');
  });

  it.each([
    [{ name: '-web', subnets }, 'not beginning or ending with a hyphen, not beginning with "internal-" (got "-web")'],
    [{ name: 'internal-web', subnets }, 'not beginning with "internal-" (got "internal-web")'],
    [{ name: 'web', subnets: [] }, 'subnets must have at least 1 item (got a list of 0)'],
    [
      { name: 'web', subnets: ['net-1'] },
      'subnets[0] must be subnet- followed by 8 or 17 hexadecimal digits, e.g. subnet-0123456789abcdef0 (got "net-1")',
    ],
  ])('rejects %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(createLoadBalancer(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createLoadBalancer(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('that failed ends the wait with the reason from AWS', async () => {
    const failed = loadBalancer('web', { Code: 'failed', Reason: 'No subnet has enough addresses' });
    await using aws = fakeAws({ answers: { DescribeLoadBalancers: { LoadBalancers: [failed] } } });
    const waiting = waitForLoadBalancer({ loadBalancerArn: arnOf('web'), state: 'active' }, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('No subnet has enough addresses');
  });

  it('is described in one request with another load balancer, and listed', async () => {
    await using aws = fakeAws({
      answers: { DescribeLoadBalancers: { LoadBalancers: ['a', 'b'].map((name) => loadBalancer(name)) } },
    });
    const both = await Promise.all(
      ['a', 'b'].map((name) => describeLoadBalancer(arnOf(name), { session: aws.session })),
    );
    expect(both.map(({ loadBalancerName }) => loadBalancerName)).toEqual(['a', 'b']);
    expect(aws.requests).toHaveLength(1);
    expect(await listLoadBalancers({ names: ['a', 'b'] }, { session: aws.session }).count()).toBe(2);
  });

  it('throws NotFoundError if it does not exist, AlreadyExistsError for a name in use, ConflictError if it is protected', async () => {
    await using aws = fakeAws();
    aws.on('DescribeLoadBalancers', awsError('LoadBalancerNotFound', `One or more load balancers not found`));
    await expect(describeLoadBalancer(arnOf('web'), { session: aws.session })).rejects.toThrow(NotFoundError);
    aws.on('CreateLoadBalancer', awsError('DuplicateLoadBalancerName', 'A load balancer with the same name exists'));
    await expect(createLoadBalancer({ name: 'web', subnets }, { session: aws.session })).rejects.toThrow(
      AlreadyExistsError,
    );
    aws.on('DeleteLoadBalancer', awsError('OperationNotPermitted', 'it is protected'));
    await expect(deleteLoadBalancer(arnOf('web'), { session: aws.session })).rejects.toThrow(ConflictError);
  });
});
