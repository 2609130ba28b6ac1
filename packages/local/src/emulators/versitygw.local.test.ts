import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFunction } from '../__fixtures__/run-function.js';
import { sendToS3 } from '../__fixtures__/send-to-s3.js';
import { withoutVersitygw } from '../__fixtures__/without-versitygw.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';

const skipped = await withoutVersitygw();

const element = (xml: string, name: string): string => new RegExp(`<${name}>([^<]+)<`).exec(xml)?.[1] ?? '';

describe.skipIf(skipped !== '')(`a local AWS whose S3 is versitygw${skipped}`, () => {
  let aws: LocalAws;
  const steps: string[] = [];

  beforeAll(async () => {
    aws = await startLocalAws({ s3: 'versitygw', onProgress: (step) => void steps.push(step) });
  });

  afterAll(() => aws.stop());

  it('has another endpoint for S3, and the other services where they are without it', () => {
    expect(steps.at(-1)).toBe('starting moto, ministack, versitygw');
    expect(aws.env['AWS_ENDPOINT_URL_S3']).toBe(aws.endpoints['S3']);
    const others = ['EC2', 'SQS', 'RDS_DATA'].map((service) => aws.endpoints[service]);
    expect(new Set([aws.endpoints['S3'], ...others]).size).toBe(4);
    expect(aws.env['AWS_ENDPOINT_URL']).toBe(aws.endpoints['EC2']);
  });

  it('stores objects', async () => {
    await sendToS3(aws, 'PUT', '/objects');
    const stored = await sendToS3(aws, 'PUT', '/objects/a/key', { body: 'content' });
    expect([stored.status, stored.headers.etag]).toEqual([200, '"9a0364b9e99bb480dd25e1f0284c8555"']);
    const { body, headers } = await sendToS3(aws, 'GET', '/objects/a/key');
    expect([body, headers['content-length']]).toEqual(['content', '7']);
    expect((await sendToS3(aws, 'GET', '/objects?list-type=2')).body).toContain('<Key>a/key</Key>');
  });

  it('keeps the versions of an object', async () => {
    await sendToS3(aws, 'PUT', '/versions');
    const body = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
    expect((await sendToS3(aws, 'PUT', '/versions?versioning=', { body })).status).toBe(200);
    const { headers: first } = await sendToS3(aws, 'PUT', '/versions/key', { body: 'first' });
    await sendToS3(aws, 'PUT', '/versions/key', { body: 'second' });
    await sendToS3(aws, 'DELETE', '/versions/key');
    expect((await sendToS3(aws, 'GET', '/versions/key')).status).toBe(404);
    const earlier = await sendToS3(aws, 'GET', `/versions/key?versionId=${String(first['x-amz-version-id'])}`);
    expect(earlier.body).toBe('first');
  });

  it('joins the parts of a multipart upload', async () => {
    await sendToS3(aws, 'PUT', '/uploads');
    const created = await sendToS3(aws, 'POST', '/uploads/key?uploads=');
    const uploadId = element(created.body, 'UploadId');
    const parts = ['a'.repeat(5 * 1024 * 1024), 'the end'];
    const listed: string[] = [];
    for (const [index, body] of parts.entries()) {
      const path = `/uploads/key?partNumber=${index + 1}&uploadId=${uploadId}`;
      const { headers } = await sendToS3(aws, 'PUT', path, { body });
      listed.push(`<Part><PartNumber>${index + 1}</PartNumber><ETag>${headers.etag}</ETag></Part>`);
    }
    const body = `<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`;
    const completed = await sendToS3(aws, 'POST', `/uploads/key?uploadId=${uploadId}`, { body });
    expect([completed.status, element(completed.body, 'Key')]).toEqual([200, 'key']);
    expect((await sendToS3(aws, 'GET', '/uploads/key')).body).toBe(parts.join(''));
  });

  it('accepts the endpoint and the access key that Lambda functions have', async () => {
    await sendToS3(aws, 'PUT', '/seen-by-a-function');
    const { output } = await runFunction(aws, 'exports.handler = async () => process.env');
    const env = output as Record<string, string>;
    const { AWS_ENDPOINT_URL_S3: S3 = '', AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY = '' } = env;
    expect([S3, accessKeyId]).toEqual([aws.endpoints['S3'], '123456789012']);
    const seen = { endpoints: { S3 }, credentials: { accessKeyId, secretAccessKey: AWS_SECRET_ACCESS_KEY } };
    expect((await sendToS3(seen, 'PUT', '/seen-by-a-function/key', { body: 'content' })).status).toBe(200);
    expect((await sendToS3(aws, 'GET', '/seen-by-a-function/key')).body).toBe('content');
  });

  it('keeps connections open', async () => {
    await sendToS3(aws, 'PUT', '/connections');
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const reused: boolean[] = [];
    for (const body of ['a', 'b'.repeat(100_000), 'c'])
      reused.push((await sendToS3(aws, 'PUT', '/connections/key', { body, agent })).reusedSocket);
    agent.destroy();
    expect(reused).toEqual([false, true, true]);
  });

  it('deletes all buckets on reset, and can be used again', async () => {
    for (const round of [1, 2]) {
      await sendToS3(aws, 'PUT', '/soon-forgotten');
      const stored = await sendToS3(aws, 'PUT', '/soon-forgotten/key', {
        body: String(round),
        headers: { 'if-none-match': '*' },
      });
      expect([round, stored.status]).toEqual([round, 200]);
      await aws.reset();
      expect((await sendToS3(aws, 'GET', '/')).body).not.toContain('<Bucket>');
    }
  });
});
