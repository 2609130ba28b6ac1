import { Readable } from 'node:stream';

import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it, vi } from 'vitest';

import { describeInstance, instancesOf, listInstances, terminateInstance } from '../__fixtures__/instances.js';
import { GetObjectCommand, objects } from '../__fixtures__/objects.js';
import type { ArchEvent } from '../events/arch-event.js';
import { fakeAws, fault } from '../testing/index.js';
import { createSession } from './create-session.js';
import { internalsOf } from './session-internals.js';
import type { SessionOptions } from './session.js';
import type { Transport } from '../transport/transport.js';

type Command = new (input: object) => object;

const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const answers = { DescribeInstances: instancesOf(['i-1']) };

describe('a client of a session', () => {
  it('is created once per service, at its first use', async () => {
    await using aws = fakeAws({ answers });
    const internals = internalsOf(aws.session);
    const client = internals.sdkClient(EC2Client);
    expect(internals.sdkClient(EC2Client)).toBe(client);
    expect(internals.sdkClient(STSClient)).not.toBe(client);
  });

  it('also works outside a call, and then publishes no events', async () => {
    const onEvent = vi.fn();
    await using aws = fakeAws({ answers, session: { onEvent } });
    const { Reservations } = (await internalsOf(aws.session)
      .sdkClient(EC2Client)
      .send(new DescribeInstancesCommand({}))) as { Reservations: unknown[] };
    expect(Reservations).toHaveLength(1);
    expect(onEvent).not.toHaveBeenCalled();
  });

  it.each(['x-amzn-requestid', 'x-amz-request-id', 'x-amzn-request-id'])(
    "publishes AWS's request ID from the header %s",
    async (header) => {
      const body = '<DescribeInstancesResponse><reservationSet/></DescribeInstancesResponse>';
      const response = { statusCode: 200, headers: { [header]: 'id-1' }, body: Readable.from([Buffer.from(body)]) };
      const transport = { handle: async () => ({ response }), destroy: () => undefined };
      const ids: unknown[] = [];
      const onEvent = (event: ArchEvent): void => void (event.type === 'attempt' && ids.push(event.requestId));
      await listInstances(
        {},
        { session: createSession({ region: 'eu-west-1', credentials, transport }), onEvent },
      ).toArray();
      expect(ids).toEqual(['id-1']);
    },
  );

  it('counts its attempts', async () => {
    await using aws = fakeAws({ answers });
    aws.once('DescribeInstances', fault('reset'));
    const seen: unknown[] = [];
    const onEvent = (event: ArchEvent): void =>
      void (event.type === 'attempt' && seen.push([event.attempt, event.status, event.error]));
    await describeInstance('i-1', { session: aws.session, onEvent });
    expect(seen).toMatchObject([
      [1, undefined, { code: 'ECONNRESET' }],
      [2, 200, undefined],
    ]);
  });
});

describe('an S3 client', () => {
  const read = async (id: string, headers: Readonly<Record<string, string>>): Promise<unknown> => {
    const response = { statusCode: 200, headers, body: Readable.from([]) };
    const transport = { handle: async () => ({ response }), destroy: () => undefined };
    const session = createSession({ region: 'eu-west-1', credentials, transport });
    const client = internalsOf(session).sdkClient(EC2Client, { own: { ...objects().settings, serviceId: id } });
    let mode: unknown;
    // In place of the SDK's middleware that compares checksums.
    const compare =
      (next: (args: object) => Promise<object>) => async (args: { input: { ChecksumMode?: unknown } }) => {
        const result = await next(args);
        mode = args.input.ChecksumMode;
        return result;
      };
    client.middlewareStack.add(compare, { name: 'compare', step: 'deserialize' });
    await client.send(new (GetObjectCommand as never as Command)({ Key: 'a', ChecksumMode: 'ENABLED' }));
    return mode;
  };

  it('does not let the SDK compare a checksum over the checksums of parts, unlike other clients', async () => {
    const composite = { 'x-amz-checksum-sha256': 'abc-2', 'x-amz-checksum-type': 'COMPOSITE' };
    expect(await read('S3', composite)).toBeUndefined();
    expect(await read('S3', { 'x-amz-checksum-type': 'FULL_OBJECT' })).toBe('ENABLED');
    expect(await read('EC2', composite)).toBe('ENABLED');
  });
});

describe('a session of another copy of this package', () => {
  it('works in calls of this copy, with its deadlines and errors', async () => {
    const path = './create-session.js?copy';
    const other = (await import(/* @vite-ignore */ path)) as { createSession: typeof createSession };
    expect(other.createSession).not.toBe(createSession);
    const handle: Transport['handle'] = (_request, options) =>
      new Promise((_resolve, reject) =>
        options?.abortSignal?.addEventListener('abort', () => reject(new Error('Request aborted'))),
      );
    const options: SessionOptions = {
      region: 'eu-west-1',
      credentials,
      transport: { handle, destroy: () => undefined },
      maxAttempts: 1,
    };
    const session = other.createSession({ ...options, timeouts: { attemptMs: 20 } });
    await expect(terminateInstance('i-1', { session })).rejects.toMatchObject({
      name: 'DeadlineError',
      operation: 'terminateInstance',
      limit: 'attempt',
      limitMs: 20,
    });
  });
});
