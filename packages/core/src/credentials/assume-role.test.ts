import { describe, expect, it } from 'vitest';

import { describeInstance, instancesOf } from '../__fixtures__/instances.js';
import { awsError, fakeAws, FakeClock } from '../testing/index.js';

const roleArn = 'arn:aws:iam::210987654321:role/deploy';

const running = { DescribeInstances: instancesOf(['i-1']) };

describe('a session with a role', () => {
  it('requests the role from STS once, with all options', async () => {
    await using aws = fakeAws({ answers: running });
    const session = aws.session.assume({
      roleArn,
      externalId: 'customer-42',
      roleSessionName: 'nightly',
      durationSeconds: 900,
      policy: '{"Version":"2012-10-17","Statement":[]}',
    });
    for (const id of ['i-1', 'i-1']) await describeInstance(id, { session });
    expect(aws.requests.map(({ operation, accessKeyId }) => [operation, accessKeyId])).toEqual([
      ['AssumeRole', 'AKIAFAKEAWSFAKEAWSFA'],
      ['DescribeInstances', 'ASIAFAKEAWS000000001'],
      ['DescribeInstances', 'ASIAFAKEAWS000000001'],
    ]);
    expect(aws.requests[0]?.input).toEqual({
      RoleArn: roleArn,
      ExternalId: 'customer-42',
      RoleSessionName: 'nightly',
      DurationSeconds: 900,
      Policy: '{"Version":"2012-10-17","Statement":[]}',
    });
  });

  it('can be made by createSession, works in other regions and assumes further roles', async () => {
    await using aws = fakeAws({ answers: running, session: { assumeRole: { roleArn } } });
    const next = aws.session.in('eu-west-1').assume({ roleArn: roleArn.replace('deploy', 'next') });
    await describeInstance('i-1', { session: next });
    expect(
      aws.requests.map(({ operation, input, accessKeyId, region }) => [
        operation,
        input['RoleArn'],
        accessKeyId,
        region,
      ]),
    ).toEqual([
      ['AssumeRole', roleArn, 'AKIAFAKEAWSFAKEAWSFA', 'us-east-1'],
      ['AssumeRole', roleArn.replace('deploy', 'next'), 'ASIAFAKEAWS000000001', 'eu-west-1'],
      ['DescribeInstances', undefined, 'ASIAFAKEAWS000000002', 'eu-west-1'],
    ]);
    expect(aws.requests[0]?.input['RoleSessionName']).toMatch(/^arch-\d+$/);
  });

  it('renews its credentials before they expire', async () => {
    const clock = new FakeClock();
    await using aws = fakeAws({ clock, answers: running });
    const session = aws.session.assume({ roleArn });
    await describeInstance('i-1', { session });
    await clock.advance(3_500_000);
    await describeInstance('i-1', { session });
    expect(aws.requests.map(({ accessKeyId }) => accessKeyId)).toEqual([
      'AKIAFAKEAWSFAKEAWSFA',
      'ASIAFAKEAWS000000001',
      'AKIAFAKEAWSFAKEAWSFA',
      'ASIAFAKEAWS000000002',
    ]);
  });

  it('throws an AccessDeniedError with the principal and the statement that would allow it', async () => {
    await using aws = fakeAws({ answers: running });
    const user = 'arn:aws:iam::123456789012:user/ann';
    const message = `User: ${user} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
    aws.on('AssumeRole', awsError('AccessDenied', message, { status: 403 }));
    await expect(describeInstance('i-1', { session: aws.session.assume({ roleArn }) })).rejects.toMatchObject({
      name: 'AccessDeniedError',
      action: 'sts:AssumeRole',
      principal: user,
      statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: roleArn },
    });
  });

  it('throws if STS returns no credentials', async () => {
    await using aws = fakeAws({ answers: running });
    aws.on('AssumeRole', {});
    const failure = describeInstance('i-1', { session: aws.session.assume({ roleArn }) });
    await expect(failure).rejects.toMatchObject({
      name: 'CredentialsError',
      message: `describeInstance: AssumeRole of ${roleArn} returned no AccessKeyId.`,
    });
  });
});
