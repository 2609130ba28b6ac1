import { describe, expect, it } from 'vitest';

import { InvalidInputError } from '../errors/invalid-input-error.js';
import { FakeClock } from '../testing/index.js';
import { queueClient } from './__fixtures__/queue-client.js';
import { runCall } from './start-call.js';
import { checkQueueHosts } from './check-queue-hosts.js';

const path = '/123456789012/orders';
const unrouted = { origin: undefined, authSchemes: undefined, signingRegion: undefined };

/** Hosts that are not SQS endpoints. Most of them look like one. */
const foreign = [
  'https://evil.example',
  'https://sqs.eu-west-1.amazonaws.com.evil.example',
  'https://sqs.eu-west-1.amazonaws.com@evil.example',
  'https://me@sqs.eu-west-1.amazonaws.com',
  'https://:marker-password@sqs.eu-west-1.amazonaws.com',
  'https://sqs.eu-west-1.amazonaws.com:8443',
  'http://sqs.eu-west-1.amazonaws.com',
  'http://localhost:4566',
  'http://169.254.169.254',
  'https://sqs.cn-north-1.amazonaws.com',
  'https://sqs.eu-west-1.amazonaws.com.cn',
  'https://sqs.s3.amazonaws.com',
  'https://sqs.us-iso-east-1.api.aws',
  'https://evil-sqs.eu-west-1.amazonaws.com',
  'https://ec2-1-2-3-4.eu-west-1.compute.amazonaws.com',
  'https://vpce-1.sqs.eu-west-1.vpce.evil.example',
  'https://vpce-1.sqs.eu-west-1.vpce.amazonaws.com.evil.example',
  'https://vpce-1.sqs.cn-north-1.vpce.amazonaws.com',
  'https://queue.amazonaws.com.evil.example',
  'https://evil.queue.amazonaws.com',
  'https://cn-north-1.queue.amazonaws.com',
  'https://sqs.eu-west-1.amazonaws.com.',
];

describe('a queue URL, without a configured endpoint', () => {
  it.each(foreign)('is rejected if its host is that of %s, and nothing is sent', async (origin) => {
    const error: unknown = await queueClient()
      .send({ QueueUrl: origin + path })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInputError);
    const { protocol, host } = new URL(origin);
    expect(String(error)).toContain(
      `SQS: queueUrl contains the host ${protocol}//${host}, which is not an SQS endpoint. Pass the`,
    );
    expect(String(error)).not.toContain('marker');
  });

  it.each(['', 'orders', '/123456789012/orders', 'sqs.eu-west-1.amazonaws.com/123456789012/orders'])(
    'is rejected if it is not a URL: %j',
    async (QueueUrl) => {
      await expect(queueClient().send({ QueueUrl })).rejects.toThrow(
        'SQS: queueUrl is not a URL. Pass the URL that getQueueUrl returns.',
      );
    },
  );

  it('is rejected with the name of the function that was called', async () => {
    const call = runCall(
      {
        operation: 'sendMessage',
        clock: new FakeClock(),
        listeners: [],
        attemptMs: 1_000,
        maxAttempts: 1,
        timeoutMs: 1_000,
        limit: 'call',
        signal: undefined,
      },
      () => queueClient().send({ QueueUrl: `https://evil.example${path}` }),
    );
    await expect(call).rejects.toMatchObject({
      name: 'InvalidInputError',
      operation: 'sendMessage',
      message: expect.stringMatching(/^sendMessage: queueUrl contains the host https:\/\/evil\.example, /) as string,
    });
  });

  it.each([
    ['https://sqs.eu-west-1.amazonaws.com', 'eu-west-1'],
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
    ['https://sqs.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
    ['https://vpce-0123abcd-5678efgh.sqs.eu-west-1.vpce.amazonaws.com', 'eu-west-1'],
    ['https://vpce-0123abcd-5678efgh-eu-west-1a.sqs.eu-west-1.vpce.amazonaws.com', 'eu-west-1'],
    ['https://vpce-0123abcd-5678efgh.sqs.cn-north-1.vpce.amazonaws.com.cn', 'cn-north-1'],
  ])('sends a request to %s, signed for %s', async (origin, region) => {
    expect(await queueClient().send({ QueueUrl: origin + path })).toEqual({
      origin,
      authSchemes: [{ name: 'sigv4', signingName: 'sqs', signingRegion: region }],
      signingRegion: region,
      signingProperties: undefined,
    });
  });

  it('changes the region of the signature that the SDK has chosen, and keeps its service', async () => {
    const signingProperties = { name: 'sqs', region: 'eu-west-1', signingRegion: 'eu-west-1' };
    const { send } = queueClient({ signingProperties });
    const routed = await send({ QueueUrl: `https://sqs.us-east-2.amazonaws.com${path}` });
    expect(routed.signingProperties).toMatchObject({
      name: 'sqs',
      signing_region: 'us-east-2',
      signingRegion: 'us-east-2',
    });
  });

  it.each([
    [{ fips: true }, 'us-east-2.amazonaws.com', 'https://sqs-fips.us-east-2.amazonaws.com'],
    [{ dualstack: true }, 'us-east-2.amazonaws.com', 'https://sqs.us-east-2.api.aws'],
    [{ fips: true, dualstack: true }, 'us-east-2.amazonaws.com', 'https://sqs-fips.us-east-2.api.aws'],
    [{ fips: true }, 'us-gov-west-1.amazonaws.com', 'https://sqs.us-gov-west-1.amazonaws.com'],
  ])('is sent to the configured kind of endpoint (%o), in the region of %s', async (settings, host, origin) => {
    const { send } = queueClient(settings);
    expect(await send({ QueueUrl: `https://sqs.${host}${path}` })).toMatchObject({ origin });
    const vpc = `https://vpce-1.sqs.${host.replace('.', '.vpce.')}`;
    expect(await send({ QueueUrl: vpc + path })).toMatchObject({ origin: vpc });
  });
});

describe('the endpoint that the SDK has resolved', () => {
  it.each([{ isCustomEndpoint: true }, { configuredEndpoint: 'http://127.0.0.1:9324' }])(
    'is used for every host in a queue URL if an endpoint is configured: %o',
    async (settings) => {
      for (const origin of [...foreign, 'https://sqs.us-east-2.amazonaws.com'])
        expect(await queueClient(settings).send({ QueueUrl: origin + path }), origin).toMatchObject(unrouted);
    },
  );

  it.each([{}, { QueueName: 'orders' }, { QueueUrl: undefined }])(
    'is used for a request without a queue URL: %o',
    async (input) => {
      expect(await queueClient().send(input)).toMatchObject(unrouted);
    },
  );

  it('is replaced after the SDK has resolved it, only in clients whose inputs contain URLs', () => {
    expect(queueClient().added).toEqual([
      { name: 'archQueueHost', relation: 'after', toMiddleware: 'endpointV2Middleware' },
    ]);
    const added: unknown[] = [];
    checkQueueHosts({ config: {}, middlewareStack: { addRelativeTo: (each) => void added.push(each) } });
    expect(added).toEqual([]);
  });
});
