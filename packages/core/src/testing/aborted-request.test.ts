import { setImmediate as turn } from 'node:timers/promises';

import { DescribeInstances$ } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { fakeEc2 } from './__fixtures__/fake-ec2.js';
import { requestOf } from './__fixtures__/request-of.js';
import { delayed } from './delayed.js';
import { fault } from './fault.js';

describe('an aborted request', () => {
  it.each([
    ['hangs', fault('hang')],
    ['has a late response', delayed({}, 1_000_000)],
    ['waits for a function', () => new Promise<object>(() => undefined)],
  ])("ends with the error of the SDK's own handler when it %s", async (_title, answer) => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', answer);
    const controller = new AbortController();
    const sent = transport.handle(requestOf(DescribeInstances$), { abortSignal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(sent).rejects.toMatchObject({
      name: 'AbortError',
      message: 'Request aborted',
      cause: new Error('changed my mind'),
    });
  });

  it.each([
    ['text', 'too late', 'too late'],
    ['null', null, 'Request aborted'],
  ])('is not processed if it was aborted before, with %s as the reason', async (_title, reason, message) => {
    const { transport } = fakeEc2();
    const sent = transport.handle(requestOf(DescribeInstances$), { abortSignal: AbortSignal.abort(reason) });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError', message });
    expect(transport.requests).toEqual([]);
  });

  it('leaves nothing on the clock', async () => {
    const { answers, transport, clock } = fakeEc2();
    answers.on('DescribeInstances', fault('hang'));
    const controller = new AbortController();
    clock.schedule(5, 'deadline', () => controller.abort());
    const sent = transport.handle(requestOf(DescribeInstances$), { abortSignal: controller.signal });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    clock.schedule(10, 'deadline', () => expect.fail('nothing hangs any more'));
    for (let turns = 0; turns < 50; turns++) await turn();
    expect(clock.elapsedMs).toBe(5);
  });

  it('does not hang when its response hangs later', async () => {
    const { answers, transport, clock } = fakeEc2();
    const controller = new AbortController();
    answers.on('DescribeInstances', async () => {
      controller.abort();
      return fault('hang');
    });
    const sent = transport.handle(requestOf(DescribeInstances$), { abortSignal: controller.signal });
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    clock.schedule(10, 'deadline', () => expect.fail('nothing hangs'));
    for (let turns = 0; turns < 50; turns++) await turn();
  });

  it.each([
    ['while its body hangs', fault('hang-mid-body')],
    ['before its body is read', { NextToken: 'token' }],
  ])('ends its body with the error of Node when it is aborted %s', async (_title, answer) => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', answer);
    const controller = new AbortController();
    const { response } = await transport.handle(requestOf(DescribeInstances$), { abortSignal: controller.signal });
    controller.abort();
    const read = (async () => {
      for await (const _piece of response.body);
    })();
    await expect(read).rejects.toMatchObject({ message: 'aborted', code: 'ECONNRESET' });
  });
});

describe('a closed fake transport', () => {
  it('ends pending requests and rejects later ones', async () => {
    const { answers, transport } = fakeEc2();
    answers.on('DescribeInstances', fault('hang'));
    const sent = transport.handle(requestOf(DescribeInstances$));
    transport.destroy();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError', message: 'The fake AWS is closed' });
    await expect(transport.handle(requestOf(DescribeInstances$))).rejects.toThrow('The fake AWS is closed');
  });
});
