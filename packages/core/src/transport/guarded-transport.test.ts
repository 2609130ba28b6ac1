import { currentCall } from '../call/current-call.js';
import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';

import { describe, expect, it, vi } from 'vitest';

import { FakeClock } from '../testing/index.js';
import { ResponseTimeoutError } from './attempt-timeout-error.js';
import { runCall } from '../call/start-call.js';
import { guardedTransport } from './guarded-transport.js';
import { rememberSentOperation } from './sent-operation.js';
import { limitsOf } from '../clock/timeouts.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.js';

const limits = limitsOf({ attemptMs: 1_000, bodyIdleMs: 300 });

const request: TransportRequest = {
  method: 'POST',
  protocol: 'https:',
  hostname: 'ec2.amazonaws.com',
  path: '/',
  headers: {},
};

type Handle = Transport['handle'];

const over = (clock: FakeClock, handle: Handle): Transport =>
  guardedTransport({ handle, destroy: () => undefined }, { clock, limits, currentCall });

const answering =
  (response: Partial<TransportResponse>): Handle =>
  async () => ({ response: { statusCode: 200, headers: {}, ...response } });

describe('an attempt', () => {
  it('fails when no response starts within the limit of the session or the call', async () => {
    const clock = new FakeClock({ manual: true });
    const aborts: unknown[] = [];
    const transport = over(
      clock,
      (_request, options) =>
        new Promise((_resolve, reject) => {
          options?.abortSignal?.addEventListener('abort', () => {
            aborts.push(options.abortSignal?.reason);
            reject(new Error('Request aborted'));
          });
        }),
    );
    const bySession = expect(transport.handle(request)).rejects.toEqual(new ResponseTimeoutError(1_000));
    const settings = {
      operation: 'test',
      clock,
      listeners: [],
      maxAttempts: 1,
      timeoutMs: 9_000,
      limit: 'call',
      signal: undefined,
    } as const;
    const byCall = expect(runCall({ ...settings, attemptMs: 200 }, () => transport.handle(request))).rejects.toEqual(
      new ResponseTimeoutError(200),
    );
    await clock.advance(1_000);
    await Promise.all([bySession, byCall]);
    expect(aborts).toEqual([new ResponseTimeoutError(200), new ResponseTimeoutError(1_000)]);
  });

  it('fails with the error of the inner transport, and leaves no listener', async () => {
    const { signal } = new AbortController();
    const transport = over(new FakeClock(), () => Promise.reject(new Error('refused')));
    await expect(transport.handle(request, { abortSignal: signal })).rejects.toThrow('refused');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('starts aborted if its signal is aborted', async () => {
    const handle = vi.fn<Handle>(answering({}));
    await over(new FakeClock(), handle).handle(request, { abortSignal: AbortSignal.abort('before') });
    expect(handle.mock.calls[0]?.[1]?.abortSignal).toMatchObject({ aborted: true, reason: 'before' });
  });

  it.each([undefined, null, 'text'])('leaves no listener if its body is not a stream: %s', async (body) => {
    const { signal } = new AbortController();
    await over(new FakeClock(), answering({ body })).handle(request, { abortSignal: signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('closes the sockets of the inner transport', () => {
    const destroy = vi.fn();
    guardedTransport({ handle: answering({}), destroy }, { clock: new FakeClock(), limits, currentCall }).destroy();
    expect(destroy).toHaveBeenCalledOnce();
  });
});

const ec2Operation = {
  serviceId: 'EC2',
  name: 'DescribeInstances',
  schema: [9, 'test', 'DescribeInstances', 0, 'unit', 'unit'],
  input: {},
  protocol: 'aws.protocols#ec2Query',
  xmlNamespace: undefined,
};

describe('the response to a failed request', () => {
  it('is read up to 1 MB: no AWS error is longer', async () => {
    const sent = { ...request };
    rememberSentOperation(sent, ec2Operation);
    let produced = 0;
    const endless = Readable.from(
      (async function* () {
        for (; produced < 50; produced++) yield Buffer.alloc(1_000_000, 'x');
      })(),
    );
    const transport = over(new FakeClock(), answering({ statusCode: 500, body: endless }));
    await expect(transport.handle(sent)).rejects.toMatchObject({
      name: 'InvalidResponseError',
      message: expect.stringContaining('larger than 1048576 bytes') as string,
      $metadata: { httpStatusCode: 500 },
    });
    expect(produced).toBeLessThan(5);
  });

  it("contains XML's own entities only: the SDK would read others as members of a JavaScript object", async () => {
    const sent = { ...request };
    rememberSentOperation(sent, ec2Operation);
    const body = Readable.from([
      Buffer.from('<Response><Errors><Error><Code>A</Code><Message>&constructor;</Message>'),
    ]);
    const { response } = await over(new FakeClock(), answering({ statusCode: 400, body })).handle(sent);
    expect(Buffer.from(response.body as Uint8Array).toString()).toContain('<Message>&amp;constructor;</Message>');
  });
});
