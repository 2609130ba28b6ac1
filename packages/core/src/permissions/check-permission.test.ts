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

describe('a permission of a call that has a dry run', () => {
  it('is asked for without making the call, alone', async () => {
    await using aws = fakeAws({ answers: { StartInstances: wouldHaveWorked } });
    const { session } = aws;
    const checks = ['i-1', { instanceId: 'i-2' }].map((each) => checkPermission(startInstance, each, { session }));
    expect(await Promise.all(checks)).toEqual([{ allowed: true }, { allowed: true }]);
    expect(aws.requests.map(({ input }) => input)).toEqual([
      { InstanceIds: ['i-1'], DryRun: true },
      { InstanceIds: ['i-2'], DryRun: true },
    ]);
  });

  it('takes what an earlier call has given', async () => {
    await using aws = fakeAws({
      answers: { DescribeInstances: instancesOf(['i-1']), TerminateInstances: wouldHaveWorked },
    });
    const instance = await describeInstance('i-1', { session: aws.session });
    expect(await checkPermission(terminateInstance, instance, { session: aws.session })).toEqual({ allowed: true });
    expect(aws.requests[1]?.input).toEqual({ InstanceIds: ['i-1'], DryRun: true });
  });

  it("keeps what the caller says in AWS's words", async () => {
    await using aws = fakeAws({ answers: { TerminateInstances: wouldHaveWorked } });
    const further = { instanceId: 'i-1', aws: { Force: true } };
    await checkPermission(terminateInstance, further as never, { session: aws.session });
    expect(aws.requests[0]?.input).toEqual({ InstanceIds: ['i-1'], Force: true, DryRun: true });
  });

  it('that is missing is an answer with a reason', async () => {
    await using aws = fakeAws({ answers: { StartInstances: denied } });
    expect(await checkPermission(startInstance, 'i-1', { session: aws.session })).toEqual({
      allowed: false,
      missing: ['ec2:StartInstances'],
      reason: expect.stringMatching(
        /^startInstance: arn:aws:iam::123456789012:user\/ann is not authorized to perform ec2:StartInstances on .+instance\/i-1\./,
      ) as string,
    });
  });

  it('that is missing is told by the name of the action of the call, where AWS names none', async () => {
    const message = 'You are not authorized to perform this operation.';
    await using aws = fakeAws({
      answers: { StartInstances: awsError('UnauthorizedOperation', message, { status: 403 }) },
    });
    expect(await checkPermission(startInstance, 'i-1', { session: aws.session })).toMatchObject({
      allowed: false,
      missing: ['ec2:StartInstances'],
    });
  });

  it('is there where an emulator answers as if the call had been made', async () => {
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
  ])('is not known when something else goes wrong', async (answer, name) => {
    await using aws = fakeAws({ answers: { StartInstances: answer } });
    await expect(checkPermission(startInstance, 'i-1', { session: aws.session })).rejects.toMatchObject({ name });
  });

  it.each([
    [(() => undefined) as never, 'i-1', 'checkPermission: the first argument is not a function of this library.'],
    [startInstance, { id: 'i-1' } as never, 'startInstance: instanceId is missing'],
    [startInstance, undefined as never, 'startInstance: instanceId is missing'],
    [startInstance, null as never, 'startInstance: the value is null; accepted is an object.'],
    [startInstance, 5 as never, 'startInstance: the value is 5; accepted is an object.'],
  ])('cannot be asked for with what cannot be meant: %#', async (callable, value, words) => {
    await using aws = fakeAws();
    await expect(checkPermission(callable, value, { session: aws.session })).rejects.toThrow(words);
    expect(aws.requests).toEqual([]);
  });
});
