import { describe, expect, it } from 'vitest';

import { CredentialsError } from '../errors/credentials-error.js';
import { fakeAws } from '../testing/index.js';
import { presignUrl } from './presign-url.js';

const request = {
  operation: 'signIn',
  service: 'rds-db',
  hostname: 'orders.example.com',
  port: 5_432,
  query: { Action: 'connect', DBUser: 'web app' },
  expiresInSeconds: 900,
};

describe('a presigned URL', () => {
  it("contains the session's key, region and time and the validity; nothing is sent", async () => {
    await using aws = fakeAws({ region: 'eu-west-1' });
    const url = new URL(await presignUrl(request, { session: aws.session }));
    expect(url.host).toBe('orders.example.com:5432');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      Action: 'connect',
      DBUser: 'web app',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': 'AKIAFAKEAWSFAKEAWSFA/20260101/eu-west-1/rds-db/aws4_request',
      'X-Amz-Date': '20260101T000000Z',
      'X-Amz-Expires': '900',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      'X-Amz-SignedHeaders': 'host',
    });
    expect(aws.requests).toEqual([]);
  });

  it('is signed for the region of the call and with the session token', async () => {
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' };
    await using aws = fakeAws({ session: { credentials } });
    const url = new URL(await presignUrl(request, { session: aws.session, region: 'eu-north-1' }));
    expect(url.searchParams.get('X-Amz-Credential')).toBe('AKIDEXAMPLE/20260101/eu-north-1/rds-db/aws4_request');
    expect(url.searchParams.get('X-Amz-Security-Token')).toBe('token');
    expect(url.href).not.toContain('secret');
  });

  it('has a different signature for a different secret key, port and user', async () => {
    const other = { accessKeyId: 'AKIAFAKEAWSFAKEAWSFA', secretAccessKey: 'other' };
    await using aws = fakeAws();
    await using theirs = fakeAws({ session: { credentials: other } });
    const urls = [
      await presignUrl(request, { session: aws.session }),
      await presignUrl(request, { session: theirs.session }),
      await presignUrl({ ...request, port: 5_433 }, { session: aws.session }),
      await presignUrl({ ...request, query: { ...request.query, DBUser: 'admin' } }, { session: aws.session }),
    ];
    const signatures = urls.map((url) => new URL(url).searchParams.get('X-Amz-Signature'));
    expect(new Set(signatures).size).toBe(4);
  });

  it('is not signed with expired credentials', async () => {
    await using clock = fakeAws();
    const expiration = new Date(clock.clock.now() - 1_000);
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', expiration };
    await using aws = fakeAws({ clock: clock.clock, session: { credentials } });
    const signing = presignUrl(request, { session: aws.session });
    await expect(signing).rejects.toThrow(CredentialsError);
    await expect(signing).rejects.toThrow(/^signIn: the credentials expired at .*sso login/);
  });

  it('requires credentials', async () => {
    const none = Object.assign(new Error('no keys anywhere'), { name: 'CredentialsProviderError' });
    await using aws = fakeAws({ session: { credentials: () => Promise.reject(none) } });
    const signing = presignUrl(request, { session: aws.session });
    await expect(signing).rejects.toThrow(CredentialsError);
    await expect(signing).rejects.toThrow('signIn: ');
  });
});
