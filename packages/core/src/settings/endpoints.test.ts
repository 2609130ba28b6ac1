import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from 'vitest';

import { type Scene, sent } from './__fixtures__/sent-requests.js';

/** The sources of an endpoint, of all services and of one. */
const sources: Readonly<Record<string, (url: string, service: string) => Scene>> = {
  'createSession({ endpoint })': (endpoint) => ({ session: { endpoint } }),
  AWS_ENDPOINT_URL: (url) => ({ environment: { AWS_ENDPOINT_URL: url } }),
  'AWS_ENDPOINT_URL_<SERVICE>': (url, service) => ({ environment: { [`AWS_ENDPOINT_URL_${service}`]: url } }),
  'endpoint_url of the profile': (url) => ({ files: { '.aws/config': `[default]\nendpoint_url = ${url}\n` } }),
  'endpoint_url of a service in the profile': (url, service) => ({
    files: {
      '.aws/config': `[default]\nservices = own\n[services own]\n${service.toLowerCase()} =\n  endpoint_url = ${url}\n`,
    },
  }),
};

const get = { client: S3Client, command: GetObjectCommand, input: { Bucket: 'reports', Key: 'a.csv' } };
const queue = 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs';
const message = { client: SQSClient, command: SendMessageCommand, input: { QueueUrl: queue, MessageBody: 'x' } };
const identity = { client: STSClient, command: GetCallerIdentityCommand };

const combined = (scene: Scene, region: string | undefined): Scene => ({
  ...scene,
  environment: { ...scene.environment, ...(region !== undefined && { AWS_REGION: region }) },
});

describe.each(Object.entries(sources))('an endpoint of %s', (_source, of) => {
  it.each([
    ['http://127.0.0.1:9000', 'http://127.0.0.1:9000', '/reports/a.csv'],
    ['https://account.r2.example/base', 'https://account.r2.example', '/base/reports/a.csv'],
    ['https://s3.eu-west-1.amazonaws.com', 'https://reports.s3.eu-west-1.amazonaws.com', '/a.csv'],
    [
      'https://bucket.vpce-1a2b-3c4d.s3.eu-west-1.vpce.amazonaws.com',
      'https://reports.bucket.vpce-1a2b-3c4d.s3.eu-west-1.vpce.amazonaws.com',
      '/a.csv',
    ],
    ['https://amazonaws.com.example', 'https://amazonaws.com.example', '/reports/a.csv'],
  ])('has the bucket in the path, except at hosts of AWS: %s', async (url, origin, path) => {
    expect(await sent({ ...get, ...of(url, 'S3') })).toMatchObject({ origin, path: `${path}?x-id=GetObject` });
  });

  it('works with the region auto of some stores', async () => {
    const scene = combined(of('https://account.r2.example', 'S3'), 'auto');
    expect(await sent({ ...get, ...scene })).toMatchObject({ host: 'account.r2.example', region: 'auto' });
  });

  it('receives requests about a queue, whatever the host of its URL', async () => {
    const expected = { origin: 'http://127.0.0.1:9324', region: 'eu-west-1' };
    for (const QueueUrl of [queue, 'http://elsewhere:9324/000000000000/jobs'])
      expect(
        await sent({ ...message, input: { ...message.input, QueueUrl }, ...of('http://127.0.0.1:9324', 'SQS') }),
      ).toMatchObject(expected);
  });

  it('is that of STS too', async () => {
    const { origin } = await sent({ ...identity, ...of('http://127.0.0.1:4566', 'STS') });
    expect(origin).toBe('http://127.0.0.1:4566');
  });

  it.each(['127.0.0.1:9000', 'localhost:9000', 'store.example', 'ftp://store.example'])(
    'must have the scheme http or https: %s',
    async (url) => {
      const { error } = await sent({ ...get, ...of(url, 'S3') }).catch((thrown: Error) => ({ error: String(thrown) }));
      expect(error).toMatch(/^InvalidInputError: .*(?:endpoint|ENDPOINT_URL).* must be a URL such as http:\/\/127/);
      expect(error).toContain(`(got "${url}")`);
    },
  );
});
