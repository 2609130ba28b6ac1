import { createHash, createHmac } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { presigned } from '../__fixtures__/presigned.js';
import { rawRequest, type RawRequest, type RawResponse } from '../__fixtures__/raw-request.js';
import { sendToS3 } from '../__fixtures__/send-to-s3.js';
import { signedForm } from '../__fixtures__/signed-form.js';
import { withoutVersitygw } from '../__fixtures__/without-versitygw.js';
import type { LocalAws } from '../local-aws.js';
import { startLocalAws } from '../start-local-aws.js';
import { type AccessKey, newAccessKey } from './access-key.js';

const skipped = await withoutVersitygw();

const own = { origin: 'https://shop.example.com', 'sec-fetch-site': 'cross-site' };
const foreign = { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' };
const preflight = { 'access-control-request-method': 'PUT' };
const allowed = 'access-control-allow-origin';

describe.skipIf(skipped !== '')(`versitygw as the S3 of a local AWS${skipped}`, () => {
  let aws: LocalAws;
  const urlOf = (path: string): string => `${aws.endpoints['S3']}${path}`;
  const send = (method: string, path: string, request: RawRequest = {}): Promise<RawResponse> =>
    rawRequest(urlOf(path), { method, ...request });

  beforeAll(async () => {
    aws = await startLocalAws({ s3: 'versitygw' });
    await sendToS3(aws, 'PUT', '/photos');
    await sendToS3(aws, 'PUT', '/photos/cat.txt', { body: 'a cat' });
  });

  afterAll(() => aws.stop());

  it.each([
    ['GET', '/'],
    ['GET', '/photos'],
    ['PUT', '/created'],
    ['DELETE', '/photos'],
    ['PUT', '/photos?policy='],
    ['GET', '/photos/cat.txt'],
    ['HEAD', '/photos/cat.txt'],
    ['PUT', '/photos/cat.txt'],
    ['DELETE', '/photos/cat.txt'],
    ['POST', '/photos?delete='],
    ['POST', '/photos/cat.txt?uploads='],
    // The operations of versitygw on its users.
    ['PATCH', '/create-user'],
    ['PATCH', '/list-users'],
  ])('rejects %s %s without a signature, also from web pages and with other hosts', async (method, path) => {
    const { port } = new URL(urlOf('/'));
    const body = ['GET', 'HEAD'].includes(method) ? '' : 'x';
    for (const headers of [{}, { ...foreign, ...preflight }, { host: `example.com:${port}` }]) {
      const response = await send(method, path, { headers, body });
      expect([response.status, response.headers[allowed]]).toEqual([403, undefined]);
    }
    expect((await sendToS3(aws, 'GET', '/')).body.match(/<Name>\w+/g)).toEqual(['<Name>photos']);
    expect((await sendToS3(aws, 'GET', '/photos/cat.txt')).body).toBe('a cat');
  });

  it('rejects other access keys', async () => {
    const { accessKeyId, secretAccessKey } = aws.credentials;
    const wrong: AccessKey[] = [
      { accessKeyId: 'test', secretAccessKey: 'test' },
      { accessKeyId: '123456789012', secretAccessKey: 'test' },
      { accessKeyId, secretAccessKey: 'test' },
      { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey },
      newAccessKey(),
    ];
    for (const credentials of wrong) {
      const { status, body } = await sendToS3({ ...aws, credentials }, 'GET', '/');
      expect([credentials.accessKeyId, status]).toEqual([credentials.accessKeyId, 403]);
      expect(body).not.toContain(secretAccessKey);
    }
  });

  it('rejects requests and presigned requests that were signed for another host or path', async () => {
    const { port } = new URL(urlOf('/'));
    const host = `example.com:${port}`;
    const url = presigned({ method: 'GET', url: urlOf('/photos/cat.txt'), service: 's3' }, aws.credentials);
    expect((await rawRequest(url)).status).toBe(200);
    expect((await rawRequest(url, { headers: { host } })).status).toBe(403);
    expect((await rawRequest(url.replace('cat.txt', 'dog.txt'))).status).toBe(403);
  });

  it('accepts every host name for which a request is signed: only a program that has the access key can sign it', async () => {
    const { port } = new URL(urlOf('/'));
    for (const host of ['127.0.0.1', 'localhost', 'a.localhost', 'example.com']) {
      const S3 = `http://${host}:${port}`;
      expect([host, (await sendToS3({ ...aws, endpoints: { S3 } }, 'GET', '/')).status]).toEqual([host, 200]);
    }
  });

  it('accepts presigned requests with the access key of this start, until they expire', async () => {
    const status = async (key: AccessKey, seconds: number): Promise<number> => {
      const get = { method: 'GET', url: urlOf('/photos/cat.txt'), service: 's3', seconds };
      return (await rawRequest(presigned(get, key))).status;
    };
    expect(await status(aws.credentials, 60)).toBe(200);
    expect(await status(newAccessKey(), 60)).toBe(403);
    expect(await status({ ...aws.credentials, secretAccessKey: 'test' }, 60)).toBe(403);
    expect(await status(aws.credentials, -1)).toBeGreaterThanOrEqual(400);
    expect(await status(aws.credentials, 8 * 24 * 3_600)).toBeGreaterThanOrEqual(400);
  });

  it('rejects presigned requests of signature version 2', async () => {
    const expires = Math.floor(Date.now() / 1_000) + 60;
    const { accessKeyId, secretAccessKey } = aws.credentials;
    const text = `GET\n\n\n${expires}\n/photos/cat.txt`;
    const signature = createHmac('sha1', secretAccessKey).update(text).digest('base64');
    const query = new URLSearchParams({ AWSAccessKeyId: accessKeyId, Signature: signature, Expires: String(expires) });
    expect((await send('GET', `/photos/cat.txt?${query.toString()}`)).status).toBe(400);
  });

  it('accepts forms that are signed with the access key of this start', async () => {
    const post = async (body: string): Promise<number> => {
      const headers = { ...foreign, 'content-type': 'multipart/form-data; boundary=limit' };
      return (await send('POST', '/photos', { headers, body })).status;
    };
    const form = signedForm(aws.credentials);
    expect(await post(form)).toBe(204);
    expect((await sendToS3(aws, 'GET', '/photos/form.txt')).body).toBe('sent by a form');
    expect(await post(signedForm(newAccessKey()))).toBe(403);
    expect(await post(form.replaceAll(/name="(x-amz-\w+|policy)"/gi, 'name="x"'))).toBe(403);
    await sendToS3(aws, 'DELETE', '/photos/form.txt');
  });

  it('lets the pages that the CORS rules of a bucket allow use presigned requests', async () => {
    const rule = `<AllowedOrigin>${own.origin}</AllowedOrigin><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>`;
    const body = `<CORSConfiguration><CORSRule>${rule}</CORSRule></CORSConfiguration>`;
    const headers = { 'content-md5': createHash('md5').update(body).digest('base64') };
    expect((await sendToS3(aws, 'PUT', '/photos?cors=', { headers, body })).status).toBe(200);
    const url = presigned({ method: 'GET', url: urlOf('/photos/cat.txt'), service: 's3' }, aws.credentials);
    const seen = async (page: Record<string, string>): Promise<unknown> =>
      (await rawRequest(url, { headers: page })).headers[allowed];
    expect([await seen(own), await seen(foreign)]).toEqual([own.origin, undefined]);
    const answer = await send('OPTIONS', '/photos/cat.txt', { headers: { ...own, ...preflight } });
    expect([answer.status, answer.headers[allowed]]).toEqual([200, own.origin]);
    expect((await send('OPTIONS', '/photos/cat.txt', { headers: { ...foreign, ...preflight } })).status).toBe(403);
  });

  it('accepts requests without a signature for objects that a bucket policy makes public, as AWS does', async () => {
    const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::public/*' };
    await sendToS3(aws, 'PUT', '/public');
    await sendToS3(aws, 'PUT', '/public/key', { body: 'for all' });
    expect((await send('GET', '/public/key')).status).toBe(403);
    const body = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await sendToS3(aws, 'PUT', '/public?policy=', { body });
    expect((await send('GET', '/public/key')).body).toBe('for all');
    expect((await send('PUT', '/public/key', { body: 'x' })).status).toBe(403);
    expect((await send('GET', '/public?policy=')).status).toBe(403);
  });
});
