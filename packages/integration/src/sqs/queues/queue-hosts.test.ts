import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { leavesOf, type Subject, subjectsOf, withAt } from '@arch/contract';
import { createSession, InvalidInputError, type Session } from '@arch/core';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { samples } from '../../__fixtures__/contract-samples.js';
import * as integration from '../../index.js';
import { sendMessage } from '../messages/index.js';

interface Sent {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly headers: Readonly<Record<string, string>>;
}

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'marker-secret', sessionToken: 'marker-token' };

/** A session that sends nothing, and a list of its requests: origin, and region of the signature. */
const recording = (endpoint?: string): { session: Session; sent: string[]; signal: AbortSignal } => {
  const sent: string[] = [];
  const stop = new AbortController();
  const handle = async ({ protocol, hostname, port, headers }: Sent): Promise<never> => {
    const region = /Credential=[^/]+\/\d+\/([^/]+)\/sqs\//.exec(headers['authorization'] ?? '')?.[1];
    sent.push(`${protocol}//${hostname}${port ? `:${port}` : ''} ${region}`);
    // Stops consumeMessages, which continues after errors that are retryable.
    stop.abort(new Error('nothing is sent'));
    throw new Error('nothing is sent');
  };
  const transport = { handle: handle as never, destroy: () => undefined };
  return {
    sent,
    signal: stop.signal,
    session: createSession({ region: 'eu-west-1', credentials, transport, endpoint, maxAttempts: 1 }),
  };
};

const failing = (call: Promise<unknown>): Promise<unknown> =>
  call.then(() => undefined).catch((error: unknown) => error);

const send = (queueUrl: string, session: Session): Promise<unknown> =>
  failing(sendMessage({ queueUrl, body: 'hello' }, { session }));

const subjects = subjectsOf(integration, samples).filter(({ declaration }) =>
  leavesOf(declaration['input'] as object).some(({ path }) => path.join('.') === 'queueUrl'),
);

const callOf = (
  subject: Subject,
  queueUrl: string,
  { session, signal }: { readonly session: Session; readonly signal: AbortSignal },
): Promise<unknown> => {
  const input = typeof subject.input === 'string' ? queueUrl : withAt(subject.input, ['queueUrl'], queueUrl);
  return failing(subject.call(input, { session, signal }));
};

afterEach(() => {
  vi.unstubAllEnvs();
});

const foreign = [
  'https://sqs.eu-west-1.amazonaws.com.evil.example/123456789012/orders',
  'https://evil.example/123456789012/orders',
  'https://sqs.eu-west-1.amazonaws.com@evil.example/123456789012/orders',
  'https://me:marker-password@sqs.eu-west-1.amazonaws.com/123456789012/orders',
  'https://sqs.eu-west-1.amazonaws.com:8443/123456789012/orders',
  'http://sqs.eu-west-1.amazonaws.com/123456789012/orders',
  'http://localhost:4566/000000000000/orders',
  'http://169.254.169.254/latest/meta-data',
  'https://sqs.cn-north-1.amazonaws.com/123456789012/orders',
  'https://sqs.eu-west-1.amazonaws.com.cn/123456789012/orders',
  'https://sqs.s3.amazonaws.com/123456789012/orders',
  'https://evil-sqs.eu-west-1.amazonaws.com/123456789012/orders',
  'https://ec2-1-2-3-4.eu-west-1.compute.amazonaws.com/123456789012/orders',
  'https://vpce-1.sqs.eu-west-1.vpce.evil.example/123456789012/orders',
  'https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com.evil.example/123456789012/orders',
  'https://queue.amazonaws.com.evil.example/123456789012/orders',
  'https://evil.queue.amazonaws.com/123456789012/orders',
  'https://sqs.eu-west-1.amazonaws.com./123456789012/orders',
];

describe('without an endpoint', () => {
  const both = subjects.flatMap((subject) => [
    { ...subject, when: 'with its first call', isPrepared: false },
    { ...subject, when: 'after a call with another queue', isPrepared: true },
  ]);
  it.each(both)(
    '$name sends nothing to a host that is not an SQS endpoint, $when',
    async ({ isPrepared, ...subject }) => {
      for (const queueUrl of foreign) {
        const { sent, session, signal } = recording();
        const own = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders';
        if (isPrepared) await callOf(subject, own, { session, signal });
        sent.length = 0;
        const error = await callOf(subject, queueUrl, { session, signal: new AbortController().signal });
        expect(error, queueUrl).toBeInstanceOf(InvalidInputError);
        expect(String(error)).toMatch(
          /queueUrl contains the host \S+, which is not an SQS endpoint|the URL of a queue, e\.g\./,
        );
        expect(String(error)).not.toContain('marker');
        expect(sent).toEqual([]);
      }
    },
  );

  it.each([
    ['https://sqs.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://sqs.us-east-2.amazonaws.com', 'us-east-2'],
    ['https://sqs-fips.us-east-1.amazonaws.com', 'us-east-1'],
    ['https://sqs.eu-central-1.api.aws', 'eu-central-1'],
    ['https://sqs-fips.us-west-2.api.aws', 'us-west-2'],
    ['https://queue.amazonaws.com', 'us-east-1'],
    ['https://eu-west-3.queue.amazonaws.com', 'eu-west-3'],
    ['https://cn-north-1.queue.amazonaws.com.cn', 'cn-north-1'],
    ['https://sqs.cn-northwest-1.amazonaws.com.cn', 'cn-northwest-1'],
    ['https://sqs.cn-north-1.api.amazonwebservices.com.cn', 'cn-north-1'],
    ['https://sqs.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['https://sqs.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
    ['https://sqs.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
    ['https://sqs.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
    ['https://vpce-0123abcd-5678efgh.sqs.eu-west-1.vpce.amazonaws.com', 'eu-west-1'],
    ['https://vpce-0123abcd-5678efgh-eu-west-1a.sqs.eu-west-1.vpce.amazonaws.com', 'eu-west-1'],
    ['https://vpce-0123abcd-5678efgh.sqs.cn-north-1.vpce.amazonaws.com.cn', 'cn-north-1'],
  ])('sends a request to %s, signed for %s', async (origin, region) => {
    const { session, sent } = recording();
    await send(`${origin}/123456789012/orders`, session);
    expect(sent).toEqual([`${origin} ${region}`]);
  });

  it('applies the same rules to a client of the session', async () => {
    const { session, sent } = recording();
    const client = session.client(SQSClient);
    const [evil = '', ...others] = foreign;
    for (const QueueUrl of [evil, ...others])
      await expect(client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'm' }))).rejects.toThrow(
        InvalidInputError,
      );
    await failing(
      client.send(new SendMessageCommand({ QueueUrl: 'https://sqs.us-east-2.amazonaws.com/1/q', MessageBody: 'm' })),
    );
    expect(sent).toEqual(['https://sqs.us-east-2.amazonaws.com us-east-2']);
  });

  it.each([
    [{ AWS_USE_FIPS_ENDPOINT: 'true' }, 'https://sqs-fips.us-east-2.amazonaws.com us-east-2'],
    [{ AWS_USE_DUALSTACK_ENDPOINT: 'true' }, 'https://sqs.us-east-2.api.aws us-east-2'],
  ])('%o changes the host of a URL, but not the host of a VPC endpoint', async (environment, expected) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const { session, sent } = recording();
    await send('https://sqs.us-east-2.amazonaws.com/123456789012/orders', session);
    await send('https://vpce-1.sqs.us-east-2.vpce.amazonaws.com/123456789012/orders', session);
    expect(sent).toEqual([expected, 'https://vpce-1.sqs.us-east-2.vpce.amazonaws.com us-east-2']);
  });
});

describe('with an endpoint', () => {
  const urls = [
    ...foreign,
    'https://sqs.us-east-2.amazonaws.com/123456789012/orders',
    'http://sqs.eu-west-1.localhost.localstack.cloud:4566/000000000000/orders',
    'http://elasticmq:9324/000000000000/orders',
  ];

  it.each(subjects)('$name sends all requests there and ignores the host of a URL', async (subject) => {
    for (const queueUrl of urls) {
      const { sent, ...call } = recording('http://127.0.0.1:9324');
      await callOf(subject, queueUrl, call);
      expect(new Set(sent), queueUrl).toEqual(new Set(['http://127.0.0.1:9324 eu-west-1']));
    }
  });

  it.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_SQS'])('sends a request to the endpoint of %s', async (name) => {
    vi.stubEnv(name, 'http://127.0.0.1:9324');
    for (const queueUrl of urls) {
      const { session, sent } = recording();
      await send(queueUrl, session);
      expect(sent, queueUrl).toEqual(['http://127.0.0.1:9324 eu-west-1']);
    }
  });

  it('sends a request to the endpoint of the profile', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'arch-queues-'));
    try {
      await writeFile(join(folder, 'config'), '[profile local]\nendpoint_url = http://127.0.0.1:9324\n');
      vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
      vi.stubEnv('AWS_PROFILE', 'local');
      const { session, sent } = recording();
      await send('http://elasticmq:9324/000000000000/orders', session);
      expect(sent).toEqual(['http://127.0.0.1:9324 eu-west-1']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
