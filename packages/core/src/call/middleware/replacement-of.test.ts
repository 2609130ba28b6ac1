import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf } from '../../__fixtures__/instances.js';
import { call } from '../../any-command/call.js';
import { internalsOf } from '../../session/session-internals.js';
import { type FakeAws, fakeAws } from '../../testing/index.js';
import type { Step } from './middleware.js';
import { replacementOf } from './replacement-of.js';

const config = { serviceId: 'EC2' };
const middleware = vi.fn();

/** Counts how often the endpoint rules of the client are evaluated. */
const resolutionsOf = (aws: FakeAws): (() => number) => {
  const client = internalsOf(aws.session).sdkClient(EC2Client);
  const endpointProvider = vi.fn((client.config as unknown as { endpointProvider: () => unknown }).endpointProvider);
  Object.assign(client.config, { endpointProvider });
  return () => endpointProvider.mock.calls.length;
};

const answers = { DescribeInstances: instancesOf(['i-1']) };

describe('the middleware of the SDK', () => {
  it('is kept if its name is not known', () => {
    expect(replacementOf('plugin', { config, commandClass: {}, middleware })).toBe(middleware);
  });

  it.each(['endpointV2Middleware', 'httpAuthSchemeMiddleware', 'getUserAgentMiddleware'])(
    'runs for every request if the endpoint depends on the credentials: %s',
    async (name) => {
      const commandClass = {
        getEndpointParameterInstructions: () => ({ AccountId: { type: 'builtInParams', name: 'accountId' } }),
      };
      const sdk = vi.fn((next: (args: object) => unknown) => (args: object) => next({ ...args, changed: true }));
      const layer = replacementOf(name, { config, commandClass, middleware: sdk as never }) as Step;
      for (let count = 1; count <= 2; count++) {
        const args = { input: {} };
        await layer.before(args as never, {});
        expect(args).toEqual({ input: {}, changed: true });
        expect(sdk).toHaveBeenCalledTimes(count);
      }
    },
  );

  it('of redirects to other regions is skipped, unless the client follows them', () => {
    const layerOf = (followRegionRedirects?: boolean) =>
      replacementOf('regionRedirectMiddleware', {
        config: { serviceId: 'S3', followRegionRedirects },
        commandClass: {},
        middleware,
      });
    expect(layerOf(true)).toBe(middleware);
    expect((layerOf() as Step).before({} as never, {})).toBeUndefined();
  });

  it('is replaced: the endpoint is resolved once', async () => {
    await using aws = fakeAws({ answers });
    const resolutions = resolutionsOf(aws);
    for (let count = 0; count < 3; count++) await describeInstance('i-1', { session: aws.session, batch: false });
    expect(resolutions()).toBe(1);
  });

  it("sends the requests of a session with path: 'sdk'", async () => {
    await using aws = fakeAws({ answers, session: { path: 'sdk' } });
    const resolutions = resolutionsOf(aws);
    for (let count = 0; count < 3; count++) await describeInstance('i-1', { session: aws.session });
    expect(resolutions()).toBe(3);
  });

  it('sends the commands of call()', async () => {
    await using aws = fakeAws({ answers });
    const resolutions = resolutionsOf(aws);
    for (let count = 0; count < 3; count++)
      await call(EC2Client, DescribeInstancesCommand, {}, { session: aws.session });
    expect(resolutions()).toBe(3);
  });
});
