import { DescribeInstances$, DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';

import { clientOver } from '../__fixtures__/client-over.js';
import { fakeEc2 } from '../__fixtures__/fake-ec2.js';
import { requestOf } from '../__fixtures__/request-of.js';
import { awsError } from '../aws-error.js';
import { delayed } from '../delayed.js';
import { fault } from '../fault.js';
import { faultNames } from '../fault-name.js';

const good = {
  Reservations: ['i-1', 'i-2', 'i-3', 'i-4'].map((id) => ({ ReservationId: 'r-1', Instances: [{ InstanceId: id }] })),
};
const describeInstances = new DescribeInstancesCommand({});

describe('a fault', () => {
  it.each([
    ['throttle', { name: 'RequestLimitExceeded', $metadata: { httpStatusCode: 503, attempts: 3 } }],
    ['500', { name: 'InternalError', $metadata: { httpStatusCode: 500, attempts: 3 } }],
    ['503', { name: 'Unavailable', $metadata: { httpStatusCode: 503, attempts: 3 } }],
    ['reset', { name: 'TimeoutError', code: 'ECONNRESET', message: 'read ECONNRESET', $metadata: { attempts: 3 } }],
    ['refused', { code: 'ECONNREFUSED', address: 'ec2.eu-west-1.amazonaws.com', $metadata: { attempts: 3 } }],
    ['unknown-host', { code: 'ENOTFOUND', hostname: 'ec2.eu-west-1.amazonaws.com', $metadata: { attempts: 3 } }],
    ['html-502', { $metadata: { httpStatusCode: 502, attempts: 3 } }],
    ['truncated', { code: 'ECONNRESET', message: expect.stringMatching(/^aborted/), $metadata: { attempts: 3 } }],
    ['close-mid-body', { code: 'ECONNRESET', message: expect.stringMatching(/^aborted/), $metadata: { attempts: 3 } }],
    ['garbage', { $metadata: { httpStatusCode: 200, attempts: 1 } }],
  ] as const)('%s leads to the documented error of the SDK', async (name, expected) => {
    const { answers, client } = fakeEc2();
    answers.on('DescribeInstances', fault(name));
    await expect(client.send(describeInstances)).rejects.toMatchObject(expected);
  });

  it.each(faultNames.filter((name) => !['hang', 'hang-mid-body', 'empty', 'garbage', 'wrong-length'].includes(name)))(
    '%s that happens once is retried',
    async (name) => {
      const { answers, client, transport } = fakeEc2();
      answers.on('DescribeInstances', good);
      answers.once('DescribeInstances', fault(name));
      expect((await client.send(describeInstances)).Reservations).toEqual(good.Reservations);
      expect(transport.requests.map(({ attempt }) => attempt)).toEqual([1, 2]);
    },
  );

  it('empty is a response without a body, with a successful status', async () => {
    const { answers, client } = fakeEc2();
    answers.on('DescribeInstances', fault('empty'));
    const { Reservations, $metadata } = await client.send(describeInstances);
    expect([Reservations, $metadata.httpStatusCode]).toEqual([undefined, 200]);
  });

  it('hang sends no response until the client cancels', async () => {
    const { answers, client, clock } = fakeEc2();
    answers.on('DescribeInstances', fault('hang'));
    const controller = new AbortController();
    clock.schedule(30_000, 'deadline', () => controller.abort());
    await expect(client.send(describeInstances, { abortSignal: controller.signal })).rejects.toThrow('Request aborted');
    expect(clock.elapsedMs).toBe(30_000);
  });

  it('contains the pause that AWS asks for', async () => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', fault('throttle', { retryAfterMs: 1_500 }));
    const { response } = await transport.handle(requestOf(DescribeInstances$));
    expect(response).toMatchObject({ statusCode: 503, headers: { 'x-amz-retry-after': '1500' } });
  });

  it('uses the protocol of the service', async () => {
    const { answers, transport } = fakeEc2();
    answers.on('ListUsers', fault('throttle'));
    const sent = clientOver(transport, IAMClient).send(new ListUsersCommand({}));
    await expect(sent).rejects.toMatchObject({ name: 'Throttling', $metadata: { httpStatusCode: 400, attempts: 3 } });
  });

  it('with an unknown name throws immediately', () => {
    expect(() => fault('trottle' as never)).toThrow(
      /^fault: name must be one of throttle, 500, .*\(got "trottle"\)\.$/,
    );
  });
});

describe('a fault of the body', () => {
  it.each([
    ['the permanent response', good],
    ['the response of a function', () => good],
    ['a delayed response', delayed(good, 1_000)],
  ])('damages %s', async (_title, answer) => {
    const { answers, client } = fakeEc2();
    answers.on('DescribeInstances', answer);
    answers.once('DescribeInstances', fault('wrong-length'));
    const failure: { $responseBodyText?: string } = await client.send(describeInstances).catch((error) => error);
    expect(failure.$responseBodyText).toMatch(/^(<\?xml.*\n)?<DescribeInstancesResponse.*reservationId/);
    expect(failure.$responseBodyText).not.toContain('</DescribeInstancesResponse>');
  });

  it('damages an empty response if only errors are registered', async () => {
    const { answers, client } = fakeEc2();
    answers.on('DescribeInstances', awsError('Unavailable', 'Later'));
    answers.once('DescribeInstances', fault('wrong-length'));
    await expect(client.send(describeInstances)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 200, attempts: 1 },
    });
  });
});
