import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sendToAws } from '../__fixtures__/send-to-aws.js';
import { presigned } from '../__fixtures__/presigned.js';
import { rawRequest } from '../__fixtures__/raw-request.js';
import { runFunction } from '../__fixtures__/run-function.js';
import { signedForm } from '../__fixtures__/signed-form.js';
import { zipFile } from '../__fixtures__/zip-file.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';
import { newAccessKey } from './access-key.js';
import { signRequest } from './sign-request.js';

let aws: LocalAws;

beforeAll(async () => {
  aws = await startLocalAws();
});

afterAll(() => aws.stop());

const own = { origin: 'https://shop.example.com', 'sec-fetch-site': 'cross-site' };
const foreign = { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' };
const putPreflight = { 'access-control-request-method': 'PUT' };
const allowed = 'access-control-allow-origin';

interface JsonResponse {
  readonly [member: string]: string;
}

const json = async (service: string, endpoint: string, path: string, input: object): Promise<JsonResponse> => {
  const request = { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json' } };
  const response = await sendToAws(service, `${aws.endpoints[endpoint]}${path}`, request, aws.env);
  return (await response.json()) as JsonResponse;
};

const createFunction = async (name: string): Promise<string> => {
  const source = `exports.handler = async ({ rawPath }) => ({ statusCode: 200, body: 'called with ' + rawPath });`;
  const made = await json('lambda', 'LAMBDA', '/2015-03-31/functions', {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::123456789012:role/any',
    Code: { ZipFile: zipFile('index.js', source).toString('base64') },
  });
  return made['FunctionArn'] ?? '';
};

const createApi = async (): Promise<{ readonly apiId: string; readonly apiEndpoint: string }> => {
  const IntegrationUri = await createFunction('behind-an-api');
  const cors = { allowOrigins: [own.origin], allowMethods: ['GET', 'PUT'] };
  const { apiId = '', apiEndpoint = '' } = await json('apigateway', 'APIGATEWAYV2', '/v2/apis', {
    name: 'shop',
    protocolType: 'HTTP',
    corsConfiguration: cors,
  });
  const api = `/v2/apis/${apiId}`;
  const integration = { integrationType: 'AWS_PROXY', integrationUri: IntegrationUri, payloadFormatVersion: '2.0' };
  const { integrationId } = await json('apigateway', 'APIGATEWAYV2', `${api}/integrations`, integration);
  const route = { routeKey: 'ANY /{proxy+}', target: `integrations/${integrationId}` };
  await json('apigateway', 'APIGATEWAYV2', `${api}/routes`, route);
  await json('apigateway', 'APIGATEWAYV2', `${api}/stages`, { stageName: '$default', autoDeploy: true });
  return { apiId, apiEndpoint };
};

it('pages of other origins can use an HTTP API, and its CORS configuration determines which origins can read the response', async () => {
  const { apiId, apiEndpoint } = await createApi();
  const { host, port } = new URL(apiEndpoint);
  expect(host).toBe(`${apiId}.execute-api.localhost:${new URL(aws.endpoints['APIGATEWAYV2'] ?? '').port}`);
  const byPath = `${aws.endpoints['APIGATEWAYV2']}/_aws/execute-api/${apiId}/$default/orders`;
  const byHost = `http://127.0.0.1:${port}/orders`;
  for (const [url, more] of [
    [byPath, {}],
    [byHost, { host }],
  ] as const) {
    const seen = await rawRequest(url, { headers: { ...own, ...more } });
    expect([seen.status, seen.body, seen.headers[allowed]]).toEqual([200, 'called with /orders', own.origin]);
    const hidden = await rawRequest(url, { headers: { ...foreign, ...more } });
    expect([hidden.status, hidden.headers[allowed]]).toEqual([200, undefined]);
    const preflight = await rawRequest(url, { method: 'OPTIONS', headers: { ...own, ...putPreflight, ...more } });
    expect(preflight.headers[allowed]).toBe(own.origin);
    expect((await rawRequest(url, { headers: { ...own, host: `example.com:${port}` } })).status).toBe(403);
  }
  const management = { method: 'POST', body: 'x' };
  expect((await rawRequest(byPath.replace('orders', '@connections/c'), management)).status).toBe(403);
  expect((await rawRequest(`${aws.endpoints['APIGATEWAYV2']}/v2/apis/${apiId}`, { method: 'DELETE' })).status).toBe(
    403,
  );
});

it('pages of other origins can use a function URL, and its CORS configuration determines which origins can read the response', async () => {
  await createFunction('with-a-url');
  const made = await json('lambda', 'LAMBDA', '/2021-10-31/functions/with-a-url/url', {
    AuthType: 'NONE',
    Cors: { AllowOrigins: [own.origin], AllowMethods: ['*'] },
  });
  const [urlId = ''] = new URL(made['FunctionUrl'] ?? '').host.split('.');
  const { origin, port } = new URL(aws.endpoints['LAMBDA'] ?? '');
  for (const [url, more] of [
    [`${origin}/_aws/lambda-url/${urlId}/a`, {}],
    [`${origin}/a`, { host: `${urlId}.lambda-url.us-east-1.localhost:${port}` }],
  ] as const) {
    const seen = await rawRequest(url, { headers: { ...own, ...more } });
    expect([seen.status, seen.body, seen.headers[allowed]]).toEqual([200, 'called with /a', own.origin]);
    expect((await rawRequest(url, { headers: { ...foreign, ...more } })).headers[allowed]).toBeUndefined();
  }
});

describe('S3', () => {
  const bucket = (): string => `${aws.endpoints['S3']}/photos`;
  const signed = (method: string, url: string, body = ''): Promise<{ readonly status: number }> =>
    rawRequest(url, { method, body, headers: signRequest({ method, url, body, service: 's3' }, aws.credentials) });

  beforeAll(async () => {
    await signed('PUT', bucket());
    await signed('PUT', `${bucket()}/cat.txt`, 'a cat');
    const rule = `<AllowedOrigin>${own.origin}</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>`;
    await signed('PUT', `${bucket()}?cors`, `<CORSConfiguration><CORSRule>${rule}</CORSRule></CORSConfiguration>`);
  });

  it('allows the origins of the CORS rules to read presigned objects', async () => {
    const url = presigned({ method: 'GET', url: `${bucket()}/cat.txt`, service: 's3' }, aws.credentials);
    const seen = await rawRequest(url, { headers: own });
    expect([seen.status, seen.body, seen.headers[allowed]]).toEqual([200, 'a cat', own.origin]);
    const hidden = await rawRequest(url, { headers: foreign });
    expect([hidden.status, hidden.headers[allowed]]).toEqual([200, undefined]);
    expect((await rawRequest(`${bucket()}/cat.txt`, { headers: own })).status).toBe(403);
  });

  it('responds to preflights according to the CORS rules', async () => {
    const url = `${bucket()}/dog.txt`;
    const preflight = await rawRequest(url, { method: 'OPTIONS', headers: { ...own, ...putPreflight } });
    expect([preflight.status, preflight.headers[allowed]]).toEqual([200, own.origin]);
    const refused = await rawRequest(url, { method: 'OPTIONS', headers: { ...foreign, ...putPreflight } });
    expect([refused.status, refused.headers[allowed]]).toEqual([403, undefined]);
    const put = presigned({ method: 'PUT', url, service: 's3' }, aws.credentials);
    expect((await rawRequest(put, { method: 'PUT', headers: own, body: 'a dog' })).headers[allowed]).toBe(own.origin);
  });

  it('accepts forms that are signed with the access key of this start, in one piece or byte by byte', async () => {
    const post = (body: string | Iterable<Buffer>): Promise<{ readonly status: number }> => {
      const headers = { ...own, 'content-type': 'multipart/form-data; boundary=limit' };
      return rawRequest(bucket(), { method: 'POST', headers, body });
    };
    const form = signedForm(aws.credentials);
    expect((await post(form)).status).toBe(204);
    const bytes = Buffer.from(form);
    const pieces = Array.from({ length: bytes.length }, (_, index) => bytes.subarray(index, index + 1));
    expect((await post(pieces)).status).toBe(204);
    expect(
      (await rawRequest(presigned({ method: 'GET', url: `${bucket()}/form.txt`, service: 's3' }, aws.credentials)))
        .body,
    ).toBe('sent by a form');
    expect((await post(signedForm(newAccessKey()))).status).toBe(403);
    expect((await post(signedForm({ accessKeyId: 'test', secretAccessKey: 'test' }))).status).toBe(403);
    expect((await post(form.replace(/name="policy"\r\n\r\n./, 'name="policy"\r\n\r\nX'))).status).toBe(403);
    expect((await post(form.replaceAll(/name="(x-amz-\w+|policy)"/gi, 'name="x"'))).status).toBe(403);
    expect((await post('--limit--\r\n')).status).toBe(403);
  });
});

it('the server from which a custom runtime reads its events rejects requests of web pages', async () => {
  const bootstrap = `#!/usr/bin/env node
    const events = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/invocation/';
    const send = (path, headers, body) => fetch(events + path, { method: 'POST', headers, body });
    (async () => {
      for (;;) {
        const event = await fetch(events + 'next');
        const id = event.headers.get('lambda-runtime-aws-request-id');
        const foreign = await send(id + '/response', { origin: 'https://example.com' }, '"from a page"');
        await send(id + '/response', {}, JSON.stringify(foreign.status));
      }
    })();`;
  const { output } = await runFunction(aws, bootstrap, {}, { runtime: 'provided.al2023', file: 'bootstrap' });
  expect(output).toBe(403);
});
