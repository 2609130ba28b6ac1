import { inspect } from 'node:util';

import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { describeInstance, ec2, instancesOf } from '../../__fixtures__/instances.js';
import { ArchError } from '../../errors/arch-error.js';
import type { ArchEvent } from '../../events/arch-event.js';
import { internalsOf } from '../../session/session-internals.js';
import { awsError, type FakeAws, fakeAws, fault } from '../../testing/index.js';
import { directFor } from '../send-command.js';
import type { DirectOperation } from './direct-operation.js';

beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0.5));
afterEach(() => void vi.restoreAllMocks());

const call = (aws: FakeAws, options: object = {}): Promise<unknown> =>
  describeInstance('i-1', { session: aws.session, batch: false, ...options });

/** Creates a fake AWS. With `isPrepared`, its session has sent a request before. */
const awsThat = async (isPrepared: boolean): Promise<FakeAws> => {
  const aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) } });
  if (isPrepared) await call(aws);
  (aws.requests as unknown[]).length = 0;
  return aws;
};

const directOf = (aws: FakeAws): DirectOperation | undefined => {
  const client = internalsOf(aws.session).sdkClient(EC2Client, { own: ec2.settings });
  return directFor(client, DescribeInstancesCommand);
};

it('knows the way of the requests after the first one, and sends the next one directly', async () => {
  await using aws = await awsThat(true);
  const direct = directOf(aws)!;
  expect([direct.ways.size, direct.recordSuccess]).toEqual([1, undefined]);
  await call(aws);
  expect(direct.ways.size).toBe(1);
  // Set by the first direct attempt that succeeds.
  expect(direct.recordSuccess).toBeTypeOf('function');
});

it('keeps nothing of the input and the credentials of the first request', async () => {
  await using aws = await awsThat(true);
  const kept = inspect(directOf(aws)!.ways, { depth: 8, maxArrayLength: 5, showHidden: true });
  expect(kept).toContain('us-east-1');
  expect(kept).not.toMatch(/i-1\b|AKIAFAKE/);
});

it("sends no request directly with path: 'sdk'", async () => {
  await using aws = fakeAws({ answers: { DescribeInstances: instancesOf(['i-1']) }, session: { path: 'sdk' } });
  await call(aws);
  expect(directOf(aws)).toBeUndefined();
});

describe('a direct attempt that does not succeed', () => {
  const scripts: Readonly<Record<string, (aws: FakeAws) => void>> = {
    'is throttled once': (aws) => aws.once('DescribeInstances', fault('throttle')),
    'is throttled always': (aws) => aws.on('DescribeInstances', fault('throttle')),
    'gets an unavailable service': (aws) => aws.once('DescribeInstances', fault('503')),
    'loses its connection': (aws) => aws.once('DescribeInstances', fault('reset')),
    'gets a cut response': (aws) => aws.once('DescribeInstances', fault('close-mid-body')),
    'gets a truncated document': (aws) => aws.once('DescribeInstances', fault('truncated')),
    'gets a page of a proxy': (aws) => aws.on('DescribeInstances', fault('html-502')),
    'gets no document': (aws) => aws.on('DescribeInstances', fault('empty')),
    'is refused': (aws) => aws.on('DescribeInstances', awsError('InvalidInstanceID.NotFound', 'The ID i-1 is unknown')),
    'gets no response': (aws) => aws.on('DescribeInstances', fault('hang')),
  };

  const outcomeOf = async (isPrepared: boolean, script: (aws: FakeAws) => void): Promise<object> => {
    await using aws = await awsThat(isPrepared);
    script(aws);
    const events: ArchEvent[] = [];
    const end = await call(aws, { timeoutMs: 60_000, onEvent: (event: ArchEvent) => void events.push(event) }).catch(
      (error: ArchError) => ({ ...error, message: error.message, name: error.name, cause: String(error.cause) }),
    );
    const told = events.map(({ type, atMs: _atMs, ...event }) => ({ type, ...event, error: undefined }));
    const ids = new Set(aws.requests.map(({ headers }) => headers['amz-sdk-invocation-id']));
    return { end, told, numbers: aws.requests.map(({ headers }) => headers['amz-sdk-request']), ids: ids.size };
  };

  it.each(Object.entries(scripts))(
    'continues as one on the whole way, with the same events, if it %s',
    async (_name, script) => {
      const direct = await outcomeOf(true, script);
      expect(direct).toEqual(await outcomeOf(false, script));
      expect(direct).toMatchObject({ ids: 1 });
    },
  );

  it('is repeated with new credentials, once, if AWS rejects the old ones', async () => {
    let keys = 'OLD';
    await using aws = fakeAws({
      answers: { DescribeInstances: instancesOf(['i-1']) },
      session: { credentials: async () => ({ accessKeyId: keys, secretAccessKey: 'secret' }) },
    });
    await call(aws);
    keys = 'NEW';
    aws.once('DescribeInstances', awsError('ExpiredToken', 'No longer valid', { status: 400 }));
    await call(aws);
    expect(aws.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['OLD', 'OLD', 'NEW']);
  });
});

it('rejects with the error of the credentials, which are resolved once', async () => {
  await using aws = await awsThat(true);
  const failing = vi.spyOn(directOf(aws)!.config, 'credentials');
  failing.mockRejectedValue(new ArchError('describeInstance: no credentials'));
  await expect(call(aws)).rejects.toThrow('no credentials');
  expect(failing).toHaveBeenCalledTimes(1);
  expect(aws.requests).toEqual([]);
});
