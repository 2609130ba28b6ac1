import { inspect } from 'node:util';

import { type ArchEvent, CredentialsError, InvalidInputError, policyFor } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { Signer } from '@aws-sdk/rds-signer';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { generateDbAuthToken } from './index.js';

const hostname = 'orders.abcdefghijkl.eu-west-1.rds.amazonaws.com';
const connection = { hostname, port: 5_432, username: 'web app' };
const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marker-secret', sessionToken: 'a/b+c==' };

afterEach(() => void vi.useRealTimers());

describe('generateDbAuthToken', () => {
  it.each([credentials, { ...credentials, sessionToken: undefined }])(
    "returns the same token as AWS's signer, and sends nothing",
    async (keys) => {
      await using aws = fakeAws({ region: 'eu-west-1', session: { credentials: keys } });
      vi.useFakeTimers({ now: aws.clock.now(), toFake: ['Date'] });
      const { accessKeyId, secretAccessKey, sessionToken } = keys;
      const own = { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
      const signer = new Signer({ ...connection, region: 'eu-west-1', credentials: own });
      const token = await generateDbAuthToken(connection, { session: aws.session });
      expect(token).toBe(await signer.getAuthToken());
      expect(token).toMatch(new RegExp(`^${hostname}:5432/\\?Action=connect&DBUser=web%20app&`));
      expect(token).toContain('X-Amz-Expires=900');
      expect(aws.requests).toEqual([]);
    },
  );

  it("signs for the region in the options, otherwise for the endpoint's region, otherwise for the session's", async () => {
    await using aws = fakeAws({ region: 'us-east-1' });
    const { session } = aws;
    const regionOf = (token: string): string | undefined => /\d{8}%2F([\w-]+)%2Frds-db/.exec(token)?.[1];
    expect(regionOf(await generateDbAuthToken(connection, { session }))).toBe('eu-west-1');
    expect(regionOf(await generateDbAuthToken(connection, { session, region: 'eu-north-1' }))).toBe('eu-north-1');
    const proxy = { ...connection, hostname: 'db.internal' };
    expect(regionOf(await generateDbAuthToken(proxy, { session }))).toBe('us-east-1');
  });

  it.each([
    ['orders.abcdefghijkl.rds.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['orders.cluster-ro-abcdefghijkl.rds.cn-northwest-1.amazonaws.com.cn', 'cn-northwest-1'],
    ['orders.abcdefghijkl.cn-north-1.rds.amazonaws.com.cn', 'cn-north-1'],
    ['orders.proxy-abcdefghijkl.us-gov-west-1.rds.amazonaws.com', 'us-gov-west-1'],
    ['orders.cluster-custom-abcdefghijkl.rds.us-gov-east-1.amazonaws.com', 'us-gov-east-1'],
    ['orders.abcdefghijkl.us-isob-east-1.rds.sc2s.sgov.gov', 'us-isob-east-1'],
    ['orders.abcdefghijkl.rds.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
    ['orders.abcdefghijkl.eusc-de-east-1.rds.amazonaws.eu', 'eusc-de-east-1'],
    ['ORDERS.abcdefghijkl.EU-WEST-1.rds.amazonaws.com', 'eu-west-1'],
    ['rds.eu-north-1.internal', 'us-east-1'],
  ])('signs a token for the endpoint %s in the region %s', async (host, region) => {
    await using aws = fakeAws({ region: 'us-east-1' });
    const token = await generateDbAuthToken({ ...connection, hostname: host }, { session: aws.session });
    expect(token).toContain(`%2F${region}%2Frds-db%2F`);
    expect(token.startsWith(`${host}:5432/?`)).toBe(true);
  });

  it('shows neither the token nor credentials in events and errors', async () => {
    const events: ArchEvent[] = [];
    await using aws = fakeAws({ session: { credentials, onEvent: (event) => void events.push(event) } });
    const token = await generateDbAuthToken(connection, { session: aws.session });
    const none = Object.assign(new Error('no keys anywhere'), { name: 'CredentialsProviderError' });
    await using without = fakeAws({ session: { credentials: () => Promise.reject(none) } });
    const error: unknown = await generateDbAuthToken(connection, { session: without.session }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(CredentialsError);
    const shown = inspect([events, error, aws.session], { depth: 20, showHidden: true });
    expect(events.length).toBeGreaterThan(0);
    expect(shown).not.toContain('marker');
    expect(shown).not.toContain(/X-Amz-Signature=(\w+)/.exec(token)?.[1]);
  });

  it('declares the permission that the database checks for a connection', () => {
    expect(policyFor(generateDbAuthToken).Statement).toMatchObject([
      { Effect: 'Allow', Action: ['rds-db:connect'], Resource: 'arn:aws:rds-db:*:*:dbuser:*/*' },
    ]);
  });

  it.each([
    [{ ...connection, hostname: `https://${hostname}` }, 'a host name'],
    [{ ...connection, hostname: `${hostname}:5432` }, 'a host name'],
    [{ ...connection, port: 0 }, 'port must be at least 1 (got 0)'],
    [{ ...connection, username: '' }, 'username must have at least 1 character (got "")'],
  ])('rejects %o', async (input, message) => {
    await using aws = fakeAws();
    const generating = generateDbAuthToken(input, { session: aws.session });
    await expect(generating).rejects.toThrow(InvalidInputError);
    await expect(generating).rejects.toThrow(message);
  });
});
