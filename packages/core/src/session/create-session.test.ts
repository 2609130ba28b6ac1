import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf } from '../__fixtures__/instances.js';
import { fakeAws, fault } from '../testing/index.js';
import { createSession } from './create-session.js';
import type { Transport } from '../transport/transport.js';

const roleArn = 'arn:aws:iam::210987654321:role/deploy';

const running = { DescribeInstances: instancesOf(['i-1']) };

describe('a session', () => {
  it('sends nothing and reads nothing before the first call', () => {
    const provider = vi.fn();
    createSession({ credentials: provider });
    expect(provider).not.toHaveBeenCalled();
  });

  it('returns the same client for the same class', async () => {
    await using aws = fakeAws();
    const { session } = aws;
    expect(session.client(EC2Client)).toBe(session.client(EC2Client));
    expect(session.client(EC2Client)).toBeInstanceOf(EC2Client);
    expect(session.client(STSClient)).not.toBe(session.client(EC2Client));
  });

  it('sends requests to its endpoint', async () => {
    const handle = vi.fn<Transport['handle']>(() => Promise.reject(new Error('sent')));
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const transport = { handle, destroy: () => undefined };
    const session = createSession({ region: 'eu-west-1', endpoint: 'http://127.0.0.1:4566', credentials, transport });
    await expect(describeInstance('i-1', { session })).rejects.toThrow('sent');
    expect(handle.mock.calls[0]?.[0]).toMatchObject({ protocol: 'http:', hostname: '127.0.0.1', port: 4566 });
  });

  it('closes its sockets when it is disposed, but a derived session does not', async () => {
    const destroy = vi.fn();
    const session = createSession({ region: 'eu-west-1', transport: { handle: vi.fn(), destroy } });
    await session.in('us-east-1')[Symbol.asyncDispose]();
    await session.assume({ roleArn })[Symbol.asyncDispose]();
    expect(destroy).not.toHaveBeenCalled();
    await session[Symbol.asyncDispose]();
    expect(destroy).toHaveBeenCalledOnce();
    const assuming = createSession({
      region: 'eu-west-1',
      assumeRole: { roleArn },
      transport: { handle: vi.fn(), destroy },
    });
    await assuming[Symbol.asyncDispose]();
    expect(destroy).toHaveBeenCalledTimes(2);
  });
});

describe('a session in another region', () => {
  it('is created once, with the same credentials and sockets', async () => {
    await using aws = fakeAws({ answers: running });
    const regional = aws.session.in('eu-west-1');
    expect(aws.session.in('eu-west-1')).toBe(regional);
    expect(regional.in('us-east-1')).toBe(aws.session);
    expect(regional.in('eu-west-2')).toBe(aws.session.in('eu-west-2'));
    expect([await aws.session.region(), await regional.region()]).toEqual(['us-east-1', 'eu-west-1']);
    await describeInstance('i-1', { session: regional });
    await describeInstance('i-1', { session: aws.session, region: 'eu-west-1' });
    expect(aws.requests.map(({ region, host, accessKeyId }) => [region, host, accessKeyId])).toEqual(
      Array.from({ length: 2 }, () => ['eu-west-1', 'ec2.eu-west-1.amazonaws.com', 'AKIAFAKEAWSFAKEAWSFA']),
    );
  });
});

describe('an SDK client of session.client', () => {
  it('has the deadline and the events of a session', async () => {
    const types: string[] = [];
    const onEvent = ({ type, operation }: { type: string; operation: string }): void =>
      void types.push(`${type} ${operation}`);
    await using aws = fakeAws({ session: { onEvent, timeouts: { callMs: 40_000 } } });
    aws.once('DescribeInstances', fault('500'));
    aws.on('DescribeInstances', fault('hang'));
    const sent = aws.session.client(EC2Client).send(new DescribeInstancesCommand({}));
    await expect(sent).rejects.toMatchObject({ name: 'DeadlineError', operation: 'DescribeInstances', limit: 'call' });
    expect([...new Set(types)].sort()).toEqual(
      ['attempt', 'call-end', 'call-start', 'retry'].map((type) => `${type} DescribeInstances`),
    );
  });

  it("does not close the session's sockets when it is destroyed", async () => {
    await using aws = fakeAws({ answers: running });
    aws.session.client(EC2Client).destroy();
    expect(await describeInstance('i-1', { session: aws.session })).toMatchObject({ instanceId: 'i-1' });
  });
});
