import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpRequest } from '@smithy/core/protocols';
import { describe, expect, it } from 'vitest';

import { type RawScript, rawServer } from '../raw-server.js';
import { refusingPort } from '../refusing-port.js';
import { brokenBodyError, networkError } from './network-error.js';

const ask = (port: number): ReturnType<NodeHttpHandler['handle']> =>
  new NodeHttpHandler().handle(
    new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, method: 'GET', path: '/' }),
  );

const failure = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => expect.fail('it was answered'),
    (error) => error,
  );

describe("network errors are equal to those of the SDK's handler", () => {
  it('for a connection that is reset', async () => {
    await using server = await rawServer('reset');
    const { name, message, code, syscall } = (await failure(ask(server.port))) as NodeJS.ErrnoException;
    expect(networkError('reset', '127.0.0.1')).toMatchObject({ name, message, code, syscall });
  });

  it('for a closed port', async () => {
    const { name, code, syscall, ...rest } = (await failure(ask(await refusingPort()))) as NodeJS.ErrnoException;
    expect(rest).toMatchObject({ address: '127.0.0.1' });
    expect(networkError('refused', '127.0.0.1')).toMatchObject({ name, code, syscall, address: '127.0.0.1' });
  });

  it('for a name that does not exist', () => {
    expect(networkError('unknown-host', 'ec2.nowhere')).toMatchObject({
      message: 'getaddrinfo ENOTFOUND ec2.nowhere',
      code: 'ENOTFOUND',
      hostname: 'ec2.nowhere',
    });
  });

  it.each<RawScript>([
    'broken-body',
    (socket) =>
      socket.once('data', () =>
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf', () => socket.resetAndDestroy()),
      ),
  ])('for an incomplete body (%s)', async (script) => {
    await using server = await rawServer(script);
    const { response } = await ask(server.port);
    const reading = (async () => {
      for await (const _piece of response.body);
    })();
    const { name, message, code } = (await failure(reading)) as NodeJS.ErrnoException;
    expect(brokenBodyError()).toMatchObject({ name, message, code });
  });
});
