import { getEventListeners } from 'node:events';

import { afterEach, describe, expect, it } from 'vitest';

import { watchResources } from '../__fixtures__/active-resources.js';
import { describeInstance } from '../__fixtures__/instances.js';
import { type RawScript, type RawServer, rawServer } from '../testing/raw-server.js';
import { refusingPort } from '../testing/refusing-port.js';
import { createSession } from '../session/create-session.js';
import type { Session, SessionOptions } from '../session/session.js';

const opened: AsyncDisposable[] = [];
const serve = async (...scripts: [RawScript, ...RawScript[]]): Promise<RawServer> => {
  const server = await rawServer(...scripts);
  opened.push(server);
  return server;
};
const sessionTo = (endpoint: string, options: SessionOptions = {}): Session => {
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' };
  const session = createSession({ region: 'eu-west-1', credentials, endpoint, maxAttempts: 2, ...options });
  opened.push(session);
  return session;
};

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each[Symbol.asyncDispose]();
});

const xml = (body: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
const found = xml(
  '<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceId>i-1</instanceId><instanceState>' +
    '<name>running</name></instanceState></item></instancesSet></item></reservationSet></DescribeInstancesResponse>',
);
const answering: RawScript = (socket) => void socket.on('data', () => socket.write(found));

describe('a server that does not respond correctly', () => {
  it.each([
    ['silence', 'attempt', /No response within 600 ms, on the last of 2 attempts/],
    ['half-status-line', 'attempt', /No response within 600 ms/],
    ['half-headers', 'attempt', /No response within 600 ms/],
    ['half-body', 'body-idle', /No new bytes of the response body for 600 ms, on the last of 2 attempts/],
  ] as const)(
    '%s: fails every attempt, then the call, and leaves no timer or socket',
    async (script, limit, message) => {
      const server = await serve(script);
      const timeouts = limit === 'attempt' ? { attemptMs: 600 } : { bodyIdleMs: 600 };
      const session = sessionTo(server.endpoint, { timeouts });
      const leftOver = await watchResources();
      const failure = describeInstance('i-1', { session });
      await expect(failure).rejects.toMatchObject({ name: 'DeadlineError', limit, limitMs: 600, attempts: 2 });
      await expect(failure).rejects.toThrow(message);
      await server.drained();
      expect([server.accepted, server.open]).toEqual([2, 0]);
      expect(await leftOver()).toEqual([]);
    },
  );

  it('endless body: fails at the deadline of the call, and leaves no timer or socket', async () => {
    const server = await serve('endless-body');
    const session = sessionTo(server.endpoint, { timeouts: { attemptMs: 5_000, bodyIdleMs: 5_000, callMs: 500 } });
    const leftOver = await watchResources();
    await expect(describeInstance('i-1', { session })).rejects.toMatchObject({
      name: 'DeadlineError',
      limit: 'call',
      limitMs: 500,
      phase: 'reading the response',
      attempts: 1,
    });
    await server.drained();
    expect(await leftOver()).toEqual([]);
  });

  it('no handshake: fails while connecting, and leaves no timer or socket', async () => {
    const server = await serve('silence');
    const session = sessionTo(server.endpoint.replace('http:', 'https:'), { timeouts: { connectMs: 150 } });
    const leftOver = await watchResources();
    await expect(describeInstance('i-1', { session })).rejects.toMatchObject({
      name: 'DeadlineError',
      limit: 'connect',
      limitMs: 150,
      phase: 'connecting',
      attempts: 2,
    });
    await server.drained();
    expect(await leftOver()).toEqual([]);
  });

  it.each([
    ['close', /socket hang up|ECONNRESET|EPIPE/],
    ['reset', /ECONNRESET/],
    ['broken-body', /aborted/],
  ] as const)('%s: is retried, then its error is quoted', async (script, message) => {
    const server = await serve(script);
    const failure = describeInstance('i-1', { session: sessionTo(server.endpoint) });
    await expect(failure).rejects.toMatchObject({ name: 'ConnectionError', retryable: true, attempts: 2 });
    await expect(failure).rejects.toThrow(message);
    expect(server.accepted).toBe(2);
  });

  it('closes the first connection: the call succeeds on the second one', async () => {
    const server = await serve('broken-body', answering);
    const { instanceId } = await describeInstance('i-1', { session: sessionTo(server.endpoint) });
    expect([instanceId, server.accepted]).toEqual(['i-1', 2]);
  });
});

describe('a server that does not exist', () => {
  it.each(['127.0.0.1', 'localhost'])('is an error with the address that refused: %s', async (host) => {
    const port = await refusingPort();
    const leftOver = await watchResources();
    const failure = describeInstance('i-1', { session: sessionTo(`http://${host}:${port}`) });
    await expect(failure).rejects.toMatchObject({ name: 'ConnectionError', code: 'ECONNREFUSED', attempts: 2 });
    await expect(failure).rejects.toThrow(new RegExp(`after 2 attempts: connect ECONNREFUSED 127.0.0.1:${port}`));
    expect(await leftOver()).toEqual([]);
  });

  it('is an error with the unknown host name', async () => {
    const failure = describeInstance('i-1', { session: sessionTo('http://nowhere.invalid') });
    await expect(failure).rejects.toMatchObject({ name: 'ConnectionError', attempts: 2 });
    await expect(failure).rejects.toThrow(/nowhere\.invalid/);
  });
});

describe('sockets', () => {
  it('are kept for the next call and closed with the session', async () => {
    const server = await serve(answering);
    const leftOver = await watchResources();
    const session = sessionTo(server.endpoint);
    for (const id of ['i-1', 'i-1']) await describeInstance(id, { session });
    expect([server.accepted, server.open]).toEqual([1, 1]);
    await session[Symbol.asyncDispose]();
    await server.drained();
    expect(await leftOver()).toEqual([]);
  });

  it('have no connect timeout once they are connected', async () => {
    const late: RawScript = (socket) => void socket.on('data', () => setTimeout(() => socket.write(found), 150));
    const server = await serve(late);
    const session = sessionTo(server.endpoint, { timeouts: { connectMs: 50 }, maxAttempts: 1 });
    expect(await describeInstance('i-1', { session })).toMatchObject({ instanceId: 'i-1' });
  });

  it('are limited by the session, and further calls wait for one', async () => {
    const server = await serve(answering);
    const session = sessionTo(server.endpoint, { maxSockets: 2 });
    const all = Array.from({ length: 8 }, () => describeInstance('i-1', { session, batch: false }));
    expect(await Promise.all(all)).toHaveLength(8);
    expect(server.accepted).toBe(2);
  });

  it('are closed when their call is aborted, and the signal has no listener left', async () => {
    const controller = new AbortController();
    const server = await serve((socket) => {
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n<half', () =>
          setTimeout(() => controller.abort(), 20),
        );
      });
    });
    const session = sessionTo(server.endpoint);
    const leftOver = await watchResources();
    const failure = await describeInstance('i-1', { session, signal: controller.signal }).catch((error) => error);
    expect(failure).toBe(controller.signal.reason);
    await server.drained();
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(await leftOver()).toEqual([]);
  });
});
