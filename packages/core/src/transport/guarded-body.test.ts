import { currentCall } from '../call/current-call.js';
import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { FakeClock } from '../testing/index.js';
import { BodyTimeoutError } from './attempt-timeout-error.js';
import { guardedTransport } from './guarded-transport.js';
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

/** A body that a test writes to. */
const openBody = (): Readable => new Readable({ read: () => undefined });

const readAll = async (body: unknown): Promise<string> => {
  let text = '';
  for await (const piece of body as Readable) text += String(piece);
  return text;
};

describe('a body', () => {
  it('may take any time while bytes arrive', async () => {
    const clock = new FakeClock({ manual: true });
    const body = openBody();
    const { signal } = new AbortController();
    const { response } = await over(clock, answering({ body })).handle(request, { abortSignal: signal });
    const text = readAll(response.body);
    for (let pieces = 0; pieces < 10; pieces++) {
      await clock.advance(299);
      body.push('x');
      await turn();
    }
    body.push(null);
    expect(await text).toBe('x'.repeat(10));
    await turn();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await clock.advance(10_000);
    expect(body.errored).toBeNull();
  });

  it('fails when no bytes arrive for too long after the last chunk', async () => {
    const clock = new FakeClock({ manual: true });
    const body = openBody();
    const { response } = await over(clock, answering({ body })).handle(request);
    const text = expect(readAll(response.body)).rejects.toEqual(new BodyTimeoutError(300));
    await clock.advance(200);
    body.push('x');
    await turn();
    await clock.advance(299);
    expect(body.destroyed).toBe(false);
    await clock.advance(1);
    await text;
  });

  it('does not fail while its consumer does not read', async () => {
    const clock = new FakeClock({ manual: true });
    const body = openBody();
    const { response } = await over(clock, answering({ body })).handle(request);
    body.push('x');
    await clock.advance(100_000);
    expect(body.destroyed).toBe(false);
    const text = readAll(response.body);
    body.push(null);
    expect(await text).toBe('x');
  });

  it('fails when its signal is aborted, with the reason as cause', async () => {
    const controller = new AbortController();
    const body = openBody();
    const { response } = await over(new FakeClock(), answering({ body })).handle(request, {
      abortSignal: controller.signal,
    });
    const reason = new Error('enough');
    const text = expect(readAll(response.body)).rejects.toMatchObject({ name: 'AbortError', cause: reason });
    controller.abort(reason);
    await text;
  });
});
