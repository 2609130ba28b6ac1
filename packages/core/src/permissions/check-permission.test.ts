import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf, startInstance, terminateInstance } from '../__fixtures__/instances.js';
import { awsError, fakeAws, fault } from '../testing/index.js';
import { checkPermission } from './check-permission.js';

const wouldHaveWorked = awsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', {
  status: 412,
});

const denied = awsError(
  'UnauthorizedOperation',
  'You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/ann is not authorized to perform: ec2:StartInstances on ' +
    'resource: arn:aws:ec2:us-east-1:123456789012:instance/i-1 because no identity-based policy allows the ec2:StartInstances action.',
  { status: 403 },
);

describe('checkPermission for an operation with DryRun', () => {
  it('sends the call with DryRun in its own request', async () => {
    await using aws = fakeAws({ answers: { StartInstances: wouldHaveWorked } });
    const { session } = aws;
    const checks = ['i-1', { instanceId: 'i-2' }].map((each) => checkPermission(startInstance, each, { session }));
    expect(await Promise.all(checks)).toEqual([{ allowed: true }, { allowed: true }]);
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { InstanceIds: ['i-1'], DryRun: true },
      { InstanceIds: ['i-2'], DryRun: true },
    ]);
  });

  it('accepts the result of an earlier call', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: instancesOf(['i-1']), TerminateInstances: wouldHaveWorked },
    });
    const instance = await describeInstance('i-1', { session: aws.session });
    expect(await checkPermission(terminateInstance, instance, { session: aws.session })).toEqual({ allowed: true });
    expect(aws.requests[1]?.input).toEqual({ InstanceIds: ['i-1'], DryRun: true });
  });

  it('keeps the members of aws', async () => {
    await using aws = fakeAws({ answers: { TerminateInstances: wouldHaveWorked } });
    const further = { instanceId: 'i-1', aws: { Force: true } };
    await checkPermission(terminateInstance, further as never, { session: aws.session });
    expect(aws.requests[0]?.input).toEqual({ InstanceIds: ['i-1'], Force: true, DryRun: true });
  });

  it('returns a missing permission with the reason', async () => {
    await using aws = fakeAws({ answers: { StartInstances: denied } });
    expect(await checkPermission(startInstance, 'i-1', { session: aws.session })).toEqual({
      allowed: false,
      missing: ['ec2:StartInstances'],
      reason: expect.stringMatching(
        /^startInstance: arn:aws:iam::123456789012:user\/ann is not authorized to perform ec2:StartInstances on .+instance\/i-1\./,
      ) as string,
    });
  });

  it("names the call's own action if AWS names none", async () => {
    const message = 'You are not authorized to perform this operation.';
    await using aws = fakeAws({
      answers: { StartInstances: awsError('UnauthorizedOperation', message, { status: 403 }) },
    });
    expect(await checkPermission(startInstance, 'i-1', { session: aws.session })).toMatchObject({
      allowed: false,
      missing: ['ec2:StartInstances'],
    });
  });

  it('allows the call if an emulator ignores DryRun', async () => {
    await using aws = fakeAws({
      answers: {
        TerminateInstances: { TerminatingInstances: [{ InstanceId: 'i-1', CurrentState: { Name: 'running' } }] },
      },
    });
    expect(await checkPermission(terminateInstance, 'i-1', { session: aws.session })).toEqual({ allowed: true });
  });

  it.each([
    [awsError('InvalidInstanceID.NotFound', "The instance ID 'i-1' does not exist"), 'NotFoundError'],
    [fault('500'), 'ServiceError'],
    [
      awsError('AuthFailure', 'AWS was not able to validate the provided access credentials', { status: 401 }),
      'CredentialsError',
    ],
  ])('throws other errors', async (answer, name) => {
    await using aws = fakeAws({ answers: { StartInstances: answer } });
    await expect(checkPermission(startInstance, 'i-1', { session: aws.session })).rejects.toMatchObject({ name });
  });

  it.each([
    [(() => undefined) as never, 'i-1', 'checkPermission: pass a function of an @arch package, such as startInstance.'],
    [startInstance, { id: 'i-1' } as never, 'startInstance: instanceId is required'],
    [startInstance, undefined as never, 'startInstance: instanceId is required'],
    [startInstance, null as never, 'startInstance: the input must be an object (got null).'],
    [startInstance, 5 as never, 'startInstance: the input must be an object (got 5).'],
  ])('rejects invalid arguments: case %#', async (callable, value, words) => {
    await using aws = fakeAws();
    await expect(checkPermission(callable, value, { session: aws.session })).rejects.toThrow(words);
    expect(aws.requests).toEqual([]);
  });
});
