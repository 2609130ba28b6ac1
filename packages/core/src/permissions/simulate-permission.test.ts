import { describe, expect, it } from 'vitest';

import { describeInstance, listInstances, startInstance } from '../__fixtures__/instances.js';
import { input } from '../declaration/read-input.js';
import { task } from '../define/task.js';
import { awsError, fakeAws } from '../testing/index.js';
import { checkPermission } from './check-permission.js';

describe('checkPermission for other functions', () => {
  const twoSteps = task(() => ({
    name: 'twoSteps',
    input: input<object>({}),
    uses: [describeInstance, startInstance, describeInstance],
    run: async () => 1,
  }));
  const decided = (decisions: Record<string, string>): object => ({
    EvaluationResults: Object.entries(decisions).map(([EvalActionName, EvalDecision]) => ({
      EvalActionName,
      EvalDecision,
    })),
  });

  it.each([
    ['arn:aws:iam::123456789012:user/ann', 'arn:aws:iam::123456789012:user/ann'],
    ['arn:aws:sts::123456789012:assumed-role/deploy/session', 'arn:aws:iam::123456789012:role/deploy'],
    ['arn:aws-cn:sts::123456789012:assumed-role/deploy/session', 'arn:aws-cn:iam::123456789012:role/deploy'],
  ])('simulates the policies of %s', async (caller, principal) => {
    await using aws = fakeAws({ answers: { GetCallerIdentity: { Arn: caller } } });
    aws.on('SimulatePrincipalPolicy', decided({ 'ec2:DescribeInstances': 'allowed', 'ec2:StartInstances': 'allowed' }));
    expect(await checkPermission(twoSteps, {}, { session: aws.session })).toEqual({ allowed: true });
    expect(aws.requests[1]?.input).toEqual({
      PolicySourceArn: principal,
      ActionNames: ['ec2:DescribeInstances', 'ec2:StartInstances'],
    });
  });

  it('returns a missing permission with the reason', async () => {
    await using aws = fakeAws();
    aws.on(
      'SimulatePrincipalPolicy',
      decided({ 'ec2:DescribeInstances': 'allowed', 'ec2:StartInstances': 'explicitDeny' }),
    );
    expect(await checkPermission(twoSteps, {}, { session: aws.session })).toEqual({
      allowed: false,
      missing: ['ec2:StartInstances'],
      reason:
        'The policy simulation for arn:aws:iam::123456789012:user/fake-aws returned ec2:StartInstances: explicitDeny.',
    });
    aws.on('SimulatePrincipalPolicy', decided({ 'ec2:DescribeInstances': 'implicitDeny' }));
    expect(await checkPermission(listInstances as never, {}, { session: aws.session })).toMatchObject({
      allowed: false,
      missing: ['ec2:DescribeInstances'],
    });
  });

  it('names the permission that the simulation itself requires', async () => {
    await using aws = fakeAws();
    const message =
      'User: arn:aws:iam::123456789012:user/fake-aws is not authorized to perform: iam:SimulatePrincipalPolicy on resource: user fake-aws';
    aws.on('SimulatePrincipalPolicy', awsError('AccessDenied', message, { status: 403 }));
    await expect(checkPermission(twoSteps, {}, { session: aws.session })).rejects.toMatchObject({
      name: 'AccessDeniedError',
      operation: 'checkPermission',
      statement: { Effect: 'Allow', Action: 'iam:SimulatePrincipalPolicy', Resource: '*' },
    });
  });
});
