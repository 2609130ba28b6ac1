import { inspect } from 'node:util';

import { DescribeInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';

import { ec2 } from '../__fixtures__/instances.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { fakeAws } from '../testing/index.js';
import { presignRequest } from './presign-request.js';

const declaration = { name: 'presignDescribeInstances', service: ec2, command: DescribeInstancesCommand };
const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marker-secret', sessionToken: 'the-token' };

describe('a presigned request', () => {
  it('is signed in its URL with the credentials of the session, and not sent', async () => {
    await using aws = fakeAws({ region: 'eu-west-1', session: { credentials: keys } });
    const input = { instanceIds: ['i-1'] };
    const signed = await presignRequest(declaration, input, { session: aws.session, expiresInSeconds: 60 });
    const url = new URL(signed.url);
    expect(url.host).toBe('ec2.eu-west-1.amazonaws.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': expect.stringMatching(/^AKIAEXAMPLE\/\d{8}\/eu-west-1\/ec2\/aws4_request$/) as string,
      'X-Amz-Expires': '60',
      'X-Amz-Security-Token': 'the-token',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    // The query protocol sends its members in the body; a URL contains them in the query string.
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ Action: 'DescribeInstances', 'InstanceId.1': 'i-1' });
    expect(signed).toMatchObject({ method: 'GET', headers: {} });
    expect(aws.requests).toEqual([]);
    expect(inspect(signed, { depth: 9 })).not.toContain('marker-secret');
  });

  it('is valid for the requested number of seconds', async () => {
    await using aws = fakeAws();
    const signed = await presignRequest(declaration, {}, { session: aws.session, expiresInSeconds: 3_600 });
    const date = new URL(signed.url).searchParams.get('X-Amz-Date') ?? '';
    const [, day, time] = /^(\d{8})T(\d{6})Z$/.exec(date) ?? [];
    const signedAt = `${day?.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time?.replace(/(..)(..)(..)/, '$1:$2:$3')}.000Z`;
    expect(signed.expiresAt.getTime() - Date.parse(signedAt)).toBe(3_600_000);
  });

  it('is not valid longer than the credentials', async () => {
    await using aws = fakeAws();
    const expiration = new Date(aws.clock.now() + 600_000);
    await using soon = fakeAws({ clock: aws.clock, session: { credentials: { ...keys, expiration } } });
    const signed = await presignRequest(declaration, {}, { session: soon.session, expiresInSeconds: 604_800 });
    expect(Number(new URL(signed.url).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(600);
    expect(signed.expiresAt.getTime()).toBeLessThanOrEqual(expiration.getTime());
  });

  it('is not signed with expired credentials', async () => {
    await using aws = fakeAws();
    for (const leftMs of [-60_000, 0, 999]) {
      const expiration = new Date(aws.clock.now() + leftMs);
      await using late = fakeAws({ clock: aws.clock, session: { credentials: { ...keys, expiration } } });
      const signing = presignRequest(declaration, {}, { session: late.session, expiresInSeconds: 60 });
      await expect(signing).rejects.toThrow(CredentialsError);
      await expect(signing).rejects.toThrow(`the credentials expired at ${expiration.toISOString()}`);
    }
  });

  it('requires credentials', async () => {
    const none = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('no keys'), { name: 'CredentialsProviderError' }));
    await using aws = fakeAws({ session: { credentials: none } });
    const signing = presignRequest(declaration, {}, { session: aws.session, expiresInSeconds: 60 });
    await expect(signing).rejects.toThrow(CredentialsError);
    await expect(signing).rejects.toThrow('presignDescribeInstances: no usable credentials');
  });
});
