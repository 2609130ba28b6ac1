import { ConflictError, DeadlineError, InvalidInputError, WaitError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import {
  createTargetGroup,
  deleteTargetGroup,
  deregisterTargets,
  describeTargetGroup,
  listTargetGroups,
  listTargets,
  registerTargets,
  waitForTargetsHealthy,
} from './index.js';

const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/73e2d6bc24d8a067';
const group = {
  TargetGroupArn: targetGroupArn,
  TargetGroupName: 'web',
  TargetType: 'instance',
  Port: 80,
  Matcher: { HttpCode: '200' },
};
const health = (id: string, State: string, more: object = {}): object => ({
  Target: { Id: id, Port: 80 },
  TargetHealth: { State, ...more },
});

describe('a target group', () => {
  it('is created, described and listed', async () => {
    await using aws = fakeAws({
      answers: { CreateTargetGroup: { TargetGroups: [group] }, DescribeTargetGroups: { TargetGroups: [group] } },
    });
    const { session } = aws;
    const created = await createTargetGroup(
      {
        name: 'web',
        protocol: 'HTTP',
        port: 80,
        vpcId: 'vpc-01234567',
        healthyStatusCodes: '200-299',
        tags: { team: 'web' },
      },
      { session },
    );
    expect(created).toMatchObject({ targetGroupArn, healthyStatusCodes: '200', loadBalancerArns: [] });
    expect(aws.requests[0]?.input).toMatchObject({ Name: 'web', Port: 80, Matcher: { HttpCode: '200-299' } });
    expect((await describeTargetGroup(targetGroupArn, { session })).targetGroupName).toBe('web');
    expect(await listTargetGroups({}, { session }).count()).toBe(1);
  });

  it.each([
    [{ name: 'web' }, 'provide protocol, port and vpcId; for targetType lambda none of them'],
    [
      { name: 'web', targetType: 'lambda' as const, port: 80 },
      'provide protocol, port and vpcId; for targetType lambda none of them',
    ],
    [{ name: 'web', protocol: 'HTTP' as const, port: 0, vpcId: 'vpc-01234567' }, 'port must be at least 1 (got 0)'],
  ])('rejects %o', async (input, message) => {
    await using aws = fakeAws();
    await expect(createTargetGroup(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
    await expect(createTargetGroup(input, { session: aws.session })).rejects.toThrow(message);
    expect(aws.requests).toEqual([]);
  });

  it('throws ConflictError if it is in use; a listing rejects names together with a load balancer', async () => {
    await using aws = fakeAws({
      answers: { DeleteTargetGroup: awsError('ResourceInUse', 'is currently in use by a listener') },
    });
    await expect(deleteTargetGroup(targetGroupArn, { session: aws.session })).rejects.toThrow(ConflictError);
    await expect(
      listTargetGroups({ loadBalancerArn: targetGroupArn, names: ['web'] }, { session: aws.session }).toArray(),
    ).rejects.toThrow('provide either loadBalancerArn or names, not both');
  });

  it('registers and deregisters targets by ID, or by ID and port', async () => {
    await using aws = fakeAws({ answers: { RegisterTargets: {}, DeregisterTargets: {} } });
    const targets = ['i-1', { id: 'i-2', port: 8_080 }];
    await registerTargets({ targetGroupArn, targets }, { session: aws.session });
    await deregisterTargets({ targetGroupArn, targets }, { session: aws.session });
    for (const { input } of aws.requests)
      expect(input).toMatchObject({
        TargetGroupArn: targetGroupArn,
        Targets: [{ Id: 'i-1' }, { Id: 'i-2', Port: 8_080 }],
      });
    await expect(registerTargets({ targetGroupArn, targets: [] }, { session: aws.session })).rejects.toThrow(
      InvalidInputError,
    );
  });
});

describe('targets', () => {
  it('are listed with the reason from AWS', async () => {
    const unhealthy = health('i-1', 'unhealthy', { Reason: 'Target.Timeout', Description: 'Request timed out' });
    await using aws = fakeAws({ answers: { DescribeTargetHealth: { TargetHealthDescriptions: [unhealthy] } } });
    expect(await listTargets({ targetGroupArn, targets: ['i-1'] }, { session: aws.session }).toArray()).toMatchObject([
      { id: 'i-1', port: 80, state: 'unhealthy', reason: 'Target.Timeout', description: 'Request timed out' },
    ]);
    expect(aws.requests[0]?.input).toMatchObject({ Targets: [{ Id: 'i-1' }] });
  });

  it('are waited for until all are healthy, also if one is temporarily unhealthy', async () => {
    await using aws = fakeAws();
    const statesByRequest = [[], ['initial', 'initial'], ['healthy', 'unhealthy'], ['healthy', 'healthy']];
    for (const states of statesByRequest)
      aws.once('DescribeTargetHealth', {
        TargetHealthDescriptions: states.map((state, index) => health(`i-${index}`, state)),
      });
    const seen: string[] = [];
    const onProgress = ({ state }: { state: string }): void => void seen.push(state);
    const healthy = await waitForTargetsHealthy(targetGroupArn, { session: aws.session, onProgress });
    expect(healthy.map(({ id }) => id)).toEqual(['i-0', 'i-1']);
    expect(seen).toEqual(['without targets', '2 initial', '1 healthy, 1 unhealthy', '2 healthy']);
  });

  it('that cannot become healthy end the wait with the reason from AWS', async () => {
    const unused = health('i-1', 'unused', {
      Reason: 'Target.NotInUse',
      Description: 'Target group is not configured to receive traffic',
    });
    await using aws = fakeAws({
      answers: { DescribeTargetHealth: { TargetHealthDescriptions: [health('i-0', 'healthy'), unused] } },
    });
    const waiting = waitForTargetsHealthy(targetGroupArn, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('i-1: Target group is not configured to receive traffic');
  });

  it('that have no health checks end the wait at once', async () => {
    const unchecked = health('i-1', 'unavailable', {
      Reason: 'Target.HealthCheckDisabled',
      Description: 'Health checks are not enabled for this target group',
    });
    await using aws = fakeAws({ answers: { DescribeTargetHealth: { TargetHealthDescriptions: [unchecked] } } });
    const waiting = waitForTargetsHealthy(targetGroupArn, { session: aws.session });
    await expect(waiting).rejects.toThrow(WaitError);
    await expect(waiting).rejects.toThrow('Health checks are not enabled');
    expect(aws.requests).toHaveLength(1);
  });

  it('that stay unhealthy end the wait at its deadline with their states', async () => {
    const unhealthy = health('i-1', 'unhealthy', { Reason: 'Target.Timeout', Description: 'Request timed out' });
    await using aws = fakeAws({ answers: { DescribeTargetHealth: { TargetHealthDescriptions: [unhealthy] } } });
    const waiting = waitForTargetsHealthy(targetGroupArn, { session: aws.session, timeoutMs: 60_000 });
    await expect(waiting).rejects.toThrow(DeadlineError);
    await expect(waiting).rejects.toThrow('1 unhealthy (i-1: Request timed out)');
  });
});
