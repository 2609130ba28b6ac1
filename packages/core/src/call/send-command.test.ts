import { setImmediate as turn } from 'node:timers/promises';

import { Client, Command, type constructStack } from '@smithy/core/client';
import { describe, expect, it } from 'vitest';

import type { SdkClient } from './client-type.js';
import { sendCommand } from './send-command.js';

type Handler = (args: object) => Promise<object>;
type Context = Record<string, unknown>;

/** A command whose plugin adds its own middleware, like the SDK's plugins. */
const Describe = Command.classBuilder()
  .m(() => [
    {
      applyToStack: (stack: ReturnType<typeof constructStack>) => {
        stack.add(named('serialize') as never, { step: 'serialize', name: 'serialize' });
        stack.addRelativeTo(endpoint as never, { relation: 'before', toMiddleware: 'serialize', name: 'endpoint' });
      },
    } as never,
  ])
  .n('Client', 'DescribeCommand')
  .build() as unknown as new (input: object) => object;

const named =
  (name: string) =>
  (next: Handler) =>
  async (args: { order?: readonly string[] }): Promise<object> =>
    next({ ...args, order: [...(args.order ?? []), name] });

/** Stores the endpoint in the context, as the SDK does. It is read after another request was prepared. */
const endpoint = (next: Handler, context: Context) => async (args: { input: { host: string } }) => {
  context['host'] = args.input.host;
  await turn();
  return next({ ...args, host: context['host'] });
};

const makeClient = (settings = {}): SdkClient => {
  const requestHandler = { handle: async (request: object) => ({ response: request }) };
  const client = new Client({ requestHandler, ...settings } as never);
  const answer =
    () =>
    async ({ order, host }: { order?: unknown; host?: unknown }) => ({ output: { order, host } });
  client.middlewareStack.add(answer as never, { step: 'deserialize', name: 'answer' });
  client.middlewareStack.add(named('late') as never, { step: 'build', priority: 'low', name: 'late' });
  client.middlewareStack.add(named('early') as never, { step: 'build', priority: 'high', name: 'early' });
  client.middlewareStack.add(named('first') as never, { step: 'initialize', name: 'first' });
  client.middlewareStack.addRelativeTo(named('after early') as never, {
    relation: 'after',
    toMiddleware: 'early',
    name: 'after early',
  });
  return client as unknown as SdkClient;
};

const hostsOf = async (send: (command: object) => Promise<unknown>): Promise<readonly unknown[]> => {
  await send(new Describe({ host: 'warm' }));
  const sent = await Promise.all(['a', 'b', 'c'].map((host) => send(new Describe({ host }))));
  return sent.map((each) => (each as { host: string }).host);
};

describe('sending a command', () => {
  it('runs the same middleware in the same order as the client, the first time and later', async () => {
    const client = makeClient();
    const expected = await makeClient().send(new Describe({ host: 'a' }));
    expect(expected).toEqual({ order: ['first', 'serialize', 'early', 'after early', 'late'], host: 'a' });
    for (let round = 0; round < 3; round++) {
      expect(await sendCommand(client, new Describe({ host: 'a' }))).toEqual(expected);
    }
  });

  it('uses a separate context for each request', async () => {
    const client = makeClient();
    expect(await hostsOf((command) => sendCommand(client, command))).toEqual(['a', 'b', 'c']);
  });

  it("differs from the SDK's cacheMiddleware, which mixes up concurrent requests", async () => {
    const client = makeClient({ cacheMiddleware: true });
    expect(await hostsOf((command) => client.send(command))).toEqual(['c', 'c', 'c']);
  });

  it('keeps the middleware of each client and each command class separate', async () => {
    const [plain, marked] = [makeClient(), makeClient()];
    marked.middlewareStack.add(named('marked'), { step: 'initialize', name: 'marked' });
    const Other = Command.classBuilder().n('Client', 'OtherCommand').build() as unknown as typeof Describe;
    for (let round = 0; round < 2; round++) {
      expect(await sendCommand(plain, new Describe({ host: 'a' }))).not.toMatchObject({
        order: expect.arrayContaining(['marked']),
      });
      expect(await sendCommand(marked, new Describe({ host: 'a' }))).toMatchObject({
        order: expect.arrayContaining(['marked']),
      });
      expect(await sendCommand(plain, new Other({}))).toMatchObject({
        order: ['first', 'early', 'after early', 'late'],
      });
    }
  });
});
