import { DescribeInstancesCommand, EC2Client, StartInstancesCommand } from '@aws-sdk/client-ec2';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';

import { withSession, sessionFor } from '../session/current-session.js';
import { awsError, delayed, fakeAws, FakeClock, fault } from './index.js';

const instances = (...ids: string[]) => ({
  Reservations: [{ Instances: ids.map((id) => ({ InstanceId: id, State: { Name: 'running' } })) }],
});

describe('fakeAws', () => {
  it('responds to the calls of its session', async () => {
    await using aws = fakeAws({ region: 'eu-central-1', answers: { DescribeInstances: instances('i-1') } });
    const { Reservations } = await aws.session
      .client(EC2Client)
      .send(new DescribeInstancesCommand({ InstanceIds: ['i-1'] }));
    expect(Reservations).toEqual(instances('i-1').Reservations);
    expect(aws.requests).toMatchObject([
      { operation: 'DescribeInstances', region: 'eu-central-1', accessKeyId: 'AKIAFAKEAWSFAKEAWSFA' },
    ]);
  });

  it('responds to calls inside withSession', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', instances());
    await withSession(aws.session, () => sessionFor({}).client(EC2Client).send(new DescribeInstancesCommand({})));
    expect(aws.requests.map(({ operation }) => operation)).toEqual(['DescribeInstances']);
  });

  it('lets a call retry faults without real pauses', async () => {
    await using aws = fakeAws();
    aws.once('StartInstances', fault('throttle', { retryAfterMs: 4_000 }));
    aws.once('StartInstances', fault('hang'));
    aws.on(
      'StartInstances',
      delayed(({ InstanceIds: [id] }: { InstanceIds: string[] }) => ({ StartingInstances: [{ InstanceId: id }] }), 200),
    );
    const { StartingInstances } = await aws.session
      .client(EC2Client)
      .send(new StartInstancesCommand({ InstanceIds: ['i-1'] }));
    expect(StartingInstances).toEqual([{ InstanceId: 'i-1' }]);
    expect(aws.requests.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(aws.requests[1]?.atMs).toBeGreaterThan(3_000);
    // The attempt that hangs takes 30 seconds.
    expect(aws.clock.elapsedMs).toBeGreaterThan(33_200);
  });

  it.each(['hang', 'hang-mid-body'] as const)('ends a call at its deadline when every response is %s', async (name) => {
    await using aws = fakeAws({ session: { timeouts: { callMs: 45_000 } } });
    aws.on('DescribeInstances', fault(name));
    await expect(aws.session.client(EC2Client).send(new DescribeInstancesCommand({}))).rejects.toMatchObject({
      name: 'DeadlineError',
    });
    expect(aws.clock.elapsedMs).toBe(45_000);
  });

  it('returns errors of AWS', async () => {
    await using aws = fakeAws({ session: { maxAttempts: 1 } });
    aws.on('StartInstances', awsError('IncorrectInstanceState', 'The instance is running', { status: 400 }));
    const sent = aws.session.client(EC2Client).send(new StartInstancesCommand({ InstanceIds: ['i-1'] }));
    await expect(sent).rejects.toMatchObject({ name: 'IncorrectInstanceState', message: 'The instance is running' });
  });

  it('names the missing response, without retries', async () => {
    await using aws = fakeAws();
    const sent = aws.session.client(EC2Client).send(new DescribeInstancesCommand({}));
    await expect(sent).rejects.toThrow("aws.on('DescribeInstances', { … })");
    expect(aws.requests).toHaveLength(1);
  });

  it('has default responses of STS', async () => {
    await using aws = fakeAws({ accountId: '210987654321' });
    const sts = aws.session.client(STSClient);
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: '210987654321',
      Arn: 'arn:aws:iam::210987654321:user/fake-aws',
    });
    const role = { RoleArn: 'arn:aws:iam::111111111111:role/deploy', RoleSessionName: 'test', DurationSeconds: 900 };
    const { Credentials, AssumedRoleUser } = await sts.send(new AssumeRoleCommand(role));
    expect(Credentials).toMatchObject({
      AccessKeyId: 'ASIAFAKEAWS000000001',
      Expiration: new Date(aws.clock.now() + 900_000),
    });
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::111111111111:assumed-role/deploy/test');
  });

  it('records the access key that signed a request', async () => {
    await using aws = fakeAws();
    aws.on('DescribeInstances', instances());
    const session = aws.session.assume({ roleArn: 'arn:aws:iam::111111111111:role/deploy' });
    await session.client(EC2Client).send(new DescribeInstancesCommand({}));
    expect(aws.requests.map(({ operation, accessKeyId }) => [operation, accessKeyId])).toEqual([
      ['AssumeRole', 'AKIAFAKEAWSFAKEAWSFA'],
      ['DescribeInstances', 'ASIAFAKEAWS000000001'],
    ]);
  });

  it('lets a test replace the default responses of STS', async () => {
    await using aws = fakeAws();
    aws.on('GetCallerIdentity', { Account: '000000000000' });
    expect((await aws.session.client(STSClient).send(new GetCallerIdentityCommand({}))).Account).toBe('000000000000');
  });

  it('runs on the clock that is passed', async () => {
    const clock = new FakeClock({ start: new Date(0), manual: true });
    await using aws = fakeAws({ clock, answers: { DescribeInstances: delayed(instances(), 50) } });
    const sent = aws.session.client(EC2Client).send(new DescribeInstancesCommand({}));
    await clock.advance(50);
    await sent;
    expect([aws.clock, clock.elapsedMs]).toEqual([clock, 50]);
  });

  it('ends pending requests when it is closed, and can be closed twice', async () => {
    const aws = fakeAws();
    aws.on('DescribeInstances', () => {
      setImmediate(() => void aws.close());
      return fault('hang');
    });
    await expect(aws.session.client(EC2Client).send(new DescribeInstancesCommand({}))).rejects.toThrow();
    await aws.close();
  });
});
