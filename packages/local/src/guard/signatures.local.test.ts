import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sendToAws } from '../__fixtures__/send-to-aws.js';
import { sendToEc2 } from '../__fixtures__/send-to-ec2.js';
import { presigned } from '../__fixtures__/presigned.js';
import { rawRequest } from '../__fixtures__/raw-request.js';
import { runFunction } from '../__fixtures__/run-function.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';
import { type AccessKey, newAccessKey } from './access-key.js';
import { signRequest } from './sign-request.js';

let aws: LocalAws;

beforeAll(async () => {
  aws = await startLocalAws();
});

afterAll(() => aws.stop());

const query = async (service: 'STS' | 'IAM', parameters: Record<string, string>): Promise<string> => {
  const version = { STS: '2011-06-15', IAM: '2010-05-08' }[service];
  const body = new URLSearchParams({ Version: version, ...parameters });
  const request = { method: 'POST', body };
  const response = await sendToAws(service.toLowerCase(), aws.endpoints[service], request, aws.env);
  return response.text();
};

const element = (xml: string, name: string): string => new RegExp(`<${name}>([^<]+)<`).exec(xml)?.[1] ?? '';

const assumeRole = async (): Promise<AccessKey & { readonly token: string }> => {
  const RoleArn = 'arn:aws:iam::123456789012:role/reader';
  const xml = await query('STS', { Action: 'AssumeRole', RoleArn, RoleSessionName: 'tests' });
  const [accessKeyId, secretAccessKey] = [element(xml, 'AccessKeyId'), element(xml, 'SecretAccessKey')];
  return { accessKeyId, secretAccessKey, token: element(xml, 'SessionToken') };
};

const requests = {
  EC2: { service: 'ec2', body: 'Action=DescribeKeyPairs&Version=2016-11-15', target: '' },
  SQS: { service: 'sqs', body: '{}', target: 'AmazonSQS.ListQueues' },
  REDSHIFT_SERVERLESS: { service: 'redshift-serverless', body: '{}', target: 'RedshiftServerless.ListWorkgroups' },
} as const;
const servers = Object.keys(requests) as (keyof typeof requests)[];

const send = async (
  server: keyof typeof requests,
  key: AccessKey,
  token?: string,
): Promise<{ readonly status: number; readonly body: string }> => {
  const { service, body, target } = requests[server];
  const url = `${aws.endpoints[server]}/`;
  const headers = {
    'content-type': target === '' ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.1',
    ...(target !== '' && { 'x-amz-target': target }),
    ...(token !== undefined && { 'x-amz-security-token': token }),
  };
  return rawRequest(url, {
    method: 'POST',
    body,
    headers: signRequest({ method: 'POST', url, headers, body, service }, key),
  });
};

describe.each(servers)('the server of %s', (server) => {
  it('accepts the access key of this start, also with an account ID as access key ID', async () => {
    expect((await send(server, aws.credentials)).status).toBe(200);
    expect((await send(server, { ...aws.credentials, accessKeyId: '111122223333' })).status).toBe(200);
  });

  it("rejects other access keys with the service's error code and says what to do", async () => {
    const { accessKeyId, secretAccessKey } = aws.credentials;
    const wrong: AccessKey[] = [
      { accessKeyId: 'test', secretAccessKey: 'test' },
      { accessKeyId: '123456789012', secretAccessKey: 'test' },
      { accessKeyId, secretAccessKey: 'test' },
      { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey },
      newAccessKey(),
    ];
    for (const key of wrong) {
      const { status, body } = await send(server, key);
      expect([key.accessKeyId, status]).toEqual([key.accessKeyId, 403]);
      expect(body).toMatch(
        /InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException/,
      );
      expect(body).toContain('each start creates a new access key');
      expect(body).not.toContain(secretAccessKey);
    }
    expect((await send(server, aws.credentials, 'a-token')).status).toBe(403);
    // The request contains no header with the hash of the body.
    const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: 'wrong' };
    const request = { method: 'POST', body: requests[server].body };
    expect((await sendToAws(requests[server].service, `${aws.endpoints[server]}/`, request, env)).status).toBe(403);
  });

  it('accepts access keys that STS and IAM have created, until they are deleted', async () => {
    const { token, ...role } = await assumeRole();
    expect((await send(server, role, token)).status).toBe(200);
    expect((await send(server, role, 'another-token')).status).toBe(403);
    expect((await send(server, role)).status).toBe(403);
    expect((await send(server, { ...role, secretAccessKey: 'another' }, token)).status).toBe(403);

    const UserName = `user-${server}`;
    await query('IAM', { Action: 'CreateUser', UserName });
    const made = await query('IAM', { Action: 'CreateAccessKey', UserName });
    const [AccessKeyId, secretAccessKey] = [element(made, 'AccessKeyId'), element(made, 'SecretAccessKey')];
    const user: AccessKey = { accessKeyId: AccessKeyId, secretAccessKey };
    expect((await send(server, user)).status).toBe(200);
    await query('IAM', { Action: 'DeleteAccessKey', UserName, AccessKeyId });
    expect((await send(server, user)).status).toBe(403);
  });
});

it('accepts presigned requests to S3 only, with an access key of this start, until they expire', async () => {
  const bucket = `${aws.endpoints['S3']}/presigned`;
  const headers = signRequest({ method: 'PUT', url: bucket, service: 's3' }, aws.credentials);
  await rawRequest(bucket, { method: 'PUT', headers });
  const put = { method: 'PUT', url: `${bucket}/key`, service: 's3' };
  const status = async (url: string, method: string): Promise<number> =>
    (await rawRequest(url, { method, body: method === 'GET' ? '' : '{}' })).status;
  expect(await status(presigned(put, aws.credentials), 'PUT')).toBe(200);
  expect(await status(presigned(put, { accessKeyId: 'test', secretAccessKey: 'test' }), 'PUT')).toBe(403);
  expect(await status(presigned(put, newAccessKey()), 'PUT')).toBe(403);
  expect(await status(presigned(put, aws.credentials).replace('/key', '/other'), 'PUT')).toBe(403);
  expect(await status(presigned({ ...put, seconds: -1 }, aws.credentials), 'PUT')).toBe(403);
  expect(await status(presigned({ ...put, seconds: 8 * 24 * 3_600 }, aws.credentials), 'PUT')).toBe(403);
  const functions = { method: 'POST', url: `${aws.endpoints['LAMBDA']}/2015-03-31/functions`, service: 'lambda' };
  for (const service of ['lambda', 's3']) {
    const forged = presigned({ ...functions, service }, { accessKeyId: 'test', secretAccessKey: 'test' });
    expect(await status(forged, 'POST')).toBe(403);
    expect(await status(presigned({ ...functions, service }, aws.credentials), 'POST')).toBe(403);
  }
  const queues = { method: 'GET', url: `${aws.endpoints['SQS']}/?Action=ListQueues`, service: 'sqs' };
  expect(await status(presigned(queues, aws.credentials), 'GET')).toBe(403);
});

it('accepts presigned requests of signature version 2 with the access key of this start, until they expire', async () => {
  const url = `${aws.endpoints['S3']}/presigned/key`;
  const status = async (secret: string, seconds: number, path = '/presigned/key'): Promise<number> => {
    const expires = Math.floor(Date.now() / 1_000) + seconds;
    const signature = createHmac('sha1', secret).update(`GET\n\n\n${expires}\n${path}`).digest('base64');
    const { accessKeyId } = aws.credentials;
    const query = new URLSearchParams({ AWSAccessKeyId: accessKeyId, Signature: signature, Expires: String(expires) });
    return (await rawRequest(`${url}?${query.toString()}`)).status;
  };
  const { secretAccessKey } = aws.credentials;
  expect(await status(secretAccessKey, 60)).toBe(200);
  expect(await status('test', 60)).toBe(403);
  expect(await status(secretAccessKey, 60, '/presigned/other')).toBe(403);
  expect(await status(secretAccessKey, -60)).toBe(403);
});

it('accepts requests of Lambda functions with the access key in their environment', async () => {
  const source = `
    ${sendToAws.toString()}
    const servers = [['ec2', 'EC2'], ['sqs', 'SQS'], ['redshift-serverless', 'REDSHIFT_SERVERLESS']];
    exports.handler = () => Promise.all(servers.map(async ([service, name]) => {
      const body = 'Action=' + { EC2: 'DescribeKeyPairs&Version=2016-11-15', SQS: 'ListQueues' }[name];
      const json = { 'x-amz-target': 'RedshiftServerless.ListWorkgroups', 'content-type': 'application/x-amz-json-1.1' };
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const request = name === 'REDSHIFT_SERVERLESS' ? { headers: json, body: '{}' } : { headers: form, body };
      return (await sendToAws(service, process.env['AWS_ENDPOINT_URL_' + name], { method: 'POST', ...request })).status;
    }));`;
  expect(await runFunction(aws, source)).toMatchObject({ output: [200, 200, 200] });
});

it('rejects the access key of another local AWS', async () => {
  await using other = await startLocalAws();
  expect(other.credentials.accessKeyId).not.toBe(aws.credentials.accessKeyId);
  expect(
    await sendToEc2({ env: { ...other.env, AWS_ENDPOINT_URL_EC2: aws.endpoints['EC2'] ?? '' } }, 'DescribeVpcs'),
  ).toContain('<Code>InvalidClientTokenId</Code>');
});
