import { inspect } from 'node:util';

import { type CredentialProvider, InvalidInputError, policyFor } from '@arch/core';
import { fakeAws } from '@arch/core/testing';
import { describe, expect, it } from 'vitest';

import { presignGetObject, presignPutObject } from './index.js';

const object = { bucket: 'reports', key: '2026/Größe 11.csv' };

describe('presignGetObject', () => {
  it('returns a complete URL that is valid for 15 minutes, and sends nothing', async () => {
    await using aws = fakeAws({ region: 'eu-west-1' });
    const { url, method, headers } = await presignGetObject(
      { ...object, versionId: 'v1', responseContentDisposition: 'attachment; filename="11.csv"' },
      { session: aws.session },
    );
    const { origin, pathname, searchParams } = new URL(url);
    expect(`${origin}${pathname}`).toBe('https://reports.s3.eu-west-1.amazonaws.com/2026/Gr%C3%B6%C3%9Fe%2011.csv');
    expect({ method, headers }).toEqual({ method: 'GET', headers: {} });
    expect(Object.fromEntries(searchParams)).toMatchObject({
      versionId: 'v1',
      'response-content-disposition': 'attachment; filename="11.csv"',
      'X-Amz-Expires': '900',
      'X-Amz-SignedHeaders': 'host',
    });
    expect(searchParams.get('X-Amz-Credential')).toContain('/eu-west-1/s3/aws4_request');
    expect(aws.requests).toEqual([]);
  });

  it('puts the session token into the URL, but never the secret access key', async () => {
    const credentials: CredentialProvider = async () => ({
      accessKeyId: 'AKIAEXAMPLE',
      secretAccessKey: 'marker-secret',
      sessionToken: 'the-token',
    });
    await using aws = fakeAws({ session: { credentials } });
    const events: unknown[] = [];
    const onEvent = (event: unknown): void => void events.push(event);
    const signed = await presignGetObject(object, { session: aws.session, onEvent });
    expect(new URL(signed.url).searchParams.get('X-Amz-Security-Token')).toBe('the-token');
    expect(JSON.stringify(signed)).not.toContain('marker-secret');
    expect(events.length).toBeGreaterThan(0);
    expect(inspect(events, { depth: 9 })).not.toMatch(/the-token|marker-secret|X-Amz-Signature/);
  });

  it('returns a different signature for each object', async () => {
    await using aws = fakeAws();
    const [one, other] = await Promise.all(
      ['a', 'b'].map((key) => presignGetObject({ bucket: 'reports', key }, { session: aws.session })),
    );
    const signature = (url = ''): string | null => new URL(url).searchParams.get('X-Amz-Signature');
    expect(signature(one?.url)).not.toBe(signature(other?.url));
  });

  it('requires the permissions to read the object', () => {
    const [statement] = policyFor(presignGetObject.with('versionId')).Statement;
    expect(statement).toMatchObject({ Action: ['s3:GetObject', 's3:GetObjectVersion'], Resource: 'arn:aws:s3:::*/*' });
  });
});

describe('presignPutObject', () => {
  it('returns content type, size and condition as headers that the upload must contain', async () => {
    await using aws = fakeAws();
    const { url, method, headers } = await presignPutObject(
      { ...object, contentType: 'text/csv', sizeBytes: 5, ifNoneMatch: '*', expiresInSeconds: 604_800 },
      { session: aws.session },
    );
    expect(method).toBe('PUT');
    expect(headers).toEqual({ 'content-type': 'text/csv', 'content-length': '5', 'if-none-match': '*' });
    const { searchParams } = new URL(url);
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;if-none-match');
    expect(searchParams.get('X-Amz-Expires')).toBe('604800');
    // The SDK would add the checksum of an empty body.
    expect(url).not.toMatch(/checksum/i);
  });

  it('returns no headers without conditions', async () => {
    await using aws = fakeAws();
    const { url, headers } = await presignPutObject(object, { session: aws.session });
    expect(headers).toEqual({});
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe('host');
  });
});

describe.each([
  [{ ...object, expiresInSeconds: 0 }, 'expiresInSeconds must be at least 1 (got 0)'],
  [{ ...object, expiresInSeconds: 604_801 }, 'expiresInSeconds must be at most 604800 (got 604801)'],
  [{ ...object, expiresInSeconds: 1.5 }, 'expiresInSeconds must be a whole number (got 1.5)'],
  [{ bucket: 'reports', key: 'ü'.repeat(513) }, 'a key of 1 to 1,024 bytes in UTF-8'],
])('%o', (input, message) => {
  it('is rejected', async () => {
    await using aws = fakeAws();
    for (const presign of [presignGetObject, presignPutObject]) {
      await expect(presign(input, { session: aws.session })).rejects.toThrow(InvalidInputError);
      await expect(presign(input, { session: aws.session })).rejects.toThrow(message);
    }
  });
});
