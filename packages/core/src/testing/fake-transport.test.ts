import { DescribeInstancesCommand, StartInstancesCommand } from '@aws-sdk/client-ec2';
import { GetUserCommand, IAMClient } from '@aws-sdk/client-iam';
import { HttpRequest } from '@smithy/core/protocols';
import { describe, expect, it } from 'vitest';

import { pause } from '../clock/clock.js';
import { clientOver } from './__fixtures__/client-over.js';
import { fakeEc2 } from './__fixtures__/fake-ec2.js';
import type { FakeCall } from './answer.js';
import { awsError } from './aws-error.js';
import { delayed } from './delayed.js';
import { fault } from './fault.js';

const instance = { InstanceId: 'i-1', State: { Name: 'running' }, LaunchTime: '2026-01-02T03:04:05.000Z' };

describe('the fake transport', () => {
  it('converts JSON to the types of the SDK', async () => {
    const { answers, client } = fakeEc2();
    answers.on('DescribeInstances', { Reservations: [{ Instances: [instance] }] });
    const { Reservations, $metadata } = await client.send(new DescribeInstancesCommand({}));
    expect(Reservations).toEqual([{ Instances: [{ ...instance, LaunchTime: new Date(instance.LaunchTime) }] }]);
    expect($metadata).toMatchObject({
      httpStatusCode: 200,
      requestId: '00000000-0000-4000-8000-000000000001',
      attempts: 1,
    });
  });

  it('uses queued responses in order before the permanent one', async () => {
    const { answers, client } = fakeEc2();
    const token = async (): Promise<unknown> => (await client.send(new DescribeInstancesCommand({}))).NextToken;
    answers.on('DescribeInstances', { NextToken: 'stays' });
    answers.once('DescribeInstances', { NextToken: 'first' });
    answers.once('DescribeInstances', { NextToken: 'second' });
    expect([await token(), await token(), await token(), await token()]).toEqual(['first', 'second', 'stays', 'stays']);
  });

  it('calls a response function with the input and the number of the request', async () => {
    const { answers, client, transport } = fakeEc2();
    const calls: FakeCall[] = [];
    answers.on('StartInstances', async ({ InstanceIds: ids }: { InstanceIds: string[] }, call: FakeCall) => {
      calls.push(call);
      return call.attempt === 1 ? fault('500') : { StartingInstances: ids.map((id) => ({ InstanceId: id })) };
    });
    const { StartingInstances } = await client.send(new StartInstancesCommand({ InstanceIds: ['i-1', 'i-2'] }));
    expect(StartingInstances).toEqual([{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }]);
    expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(calls.map(({ request }) => request)).toEqual(transport.requests);
  });

  it('records requests without their signature', async () => {
    const { answers, client, transport, clock } = fakeEc2();
    answers.on('StartInstances', {});
    await pause(clock, 1_500);
    await client.send(new StartInstancesCommand({ InstanceIds: ['i-1'] }));
    await client.send(new StartInstancesCommand({ InstanceIds: ['i-2'] }));
    const [request, next] = transport.requests;
    expect(request).toMatchObject({
      operation: 'StartInstances',
      service: 'EC2',
      region: 'eu-west-1',
      accessKeyId: 'AKIDEXAMPLE',
      attempt: 1,
      atMs: 1_500,
      input: { InstanceIds: ['i-1'] },
      method: 'POST',
      host: 'ec2.eu-west-1.amazonaws.com',
      path: '/',
      headers: { authorization: '<redacted>', 'x-amz-security-token': '<redacted>' },
    });
    expect(new URLSearchParams(String(request?.body)).get('InstanceId.1')).toBe('i-1');
    expect(next).toMatchObject({ attempt: 2, input: { InstanceIds: ['i-2'] } });
    expect(JSON.stringify(transport.requests)).not.toMatch(/Signature=|"token"/);
  });

  it('names a missing response and how to register it, without retries', async () => {
    const { answers, client, transport } = fakeEc2();
    answers.on('StopInstances', {});
    answers.on('DescribeImages', {});
    const failure = client.send(new StartInstancesCommand({ InstanceIds: ['i-1'] }));
    await expect(failure).rejects.toThrow(
      /fakeAws has no response for StartInstances of EC2\. Call aws\.on\('StartInstances', /,
    );
    await expect(failure).rejects.toThrow(/There is a response for StopInstances\.$/);
    expect(transport.requests).toHaveLength(1);
  });

  it('names a member of a response that AWS does not have, without retries', async () => {
    const { answers, client, transport } = fakeEc2();
    answers.on('DescribeInstances', { Reservations: [{ Instances: [{ ...instance, Stat: {} }] }] });
    await expect(client.send(new DescribeInstancesCommand({}))).rejects.toThrow(
      'The response for DescribeInstances is not valid for AWS:\n' +
        '- Reservations[0].Instances[0].Stat: AWS has no such member: did you mean State?',
    );
    expect(transport.requests).toHaveLength(1);
  });

  it('rethrows the error of a response function', async () => {
    const { answers, client } = fakeEc2();
    answers.on('DescribeInstances', () => {
      throw new RangeError('the test is wrong');
    });
    await expect(client.send(new DescribeInstancesCommand({}))).rejects.toThrow('the test is wrong');
  });

  it('distinguishes services with the same operation name', async () => {
    const { answers, transport, client } = fakeEc2();
    answers.on('EC2:DescribeInstances', { NextToken: 'ec2' });
    answers.on('DescribeInstances', { NextToken: 'any' });
    answers.on('IAM:GetUser', { User: { UserName: 'ann', UserId: '1', Path: '/', Arn: 'arn', CreateDate: 0 } });
    expect((await client.send(new DescribeInstancesCommand({}))).NextToken).toBe('ec2');
    const { User } = await clientOver(transport, IAMClient).send(new GetUserCommand({}));
    expect(User).toMatchObject({ UserName: 'ann', CreateDate: new Date(0) });
    expect(transport.requests.map(({ service, region }) => [service, region])).toEqual([
      ['EC2', 'eu-west-1'],
      ['IAM', 'us-east-1'],
    ]);
  });

  it('takes the time of a delayed response on the clock', async () => {
    const { answers, client, clock } = fakeEc2();
    answers.on(
      'DescribeInstances',
      delayed(() => delayed({ NextToken: 'late' }, 200), 600_000),
    );
    expect((await client.send(new DescribeInstancesCommand({}))).NextToken).toBe('late');
    expect(clock.elapsedMs).toBe(600_200);
  });

  it('encodes an error for the SDK', async () => {
    const { answers, client } = fakeEc2();
    answers.on('StartInstances', awsError('IncorrectInstanceState', "The instance 'i-1' is <not> stopped & ready"));
    await expect(client.send(new StartInstancesCommand({ InstanceIds: ['i-1'] }))).rejects.toMatchObject({
      name: 'IncorrectInstanceState',
      Code: 'IncorrectInstanceState',
      message: "The instance 'i-1' is <not> stopped & ready",
      $metadata: { httpStatusCode: 400, requestId: '00000000-0000-4000-8000-000000000001' },
    });
  });

  it('rejects a request without an operation', async () => {
    const { transport } = fakeEc2();
    const request = new HttpRequest({ hostname: 'ec2.eu-west-1.amazonaws.com' });
    await expect(transport.handle(request)).rejects.toThrow(
      /a request to ec2\.eu-west-1\.amazonaws\.com came from another client/,
    );
  });
});
