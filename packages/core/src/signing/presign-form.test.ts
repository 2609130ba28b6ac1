import { createHmac } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { GetObjectCommand, objects } from '../__fixtures__/objects.js';
import type { Sendable } from '../declaration/send.js';
import { CredentialsError } from '../errors/credentials-error.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { fakeAws } from '../testing/index.js';
import { type FormOptions, presignForm } from './presign-form.js';

const declaration: Sendable = { name: 'presignUpload', service: objects(), command: GetObjectCommand };
const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'marker-secret', sessionToken: 'the-token' };
const form: FormOptions = {
  expiresInSeconds: 60,
  fields: { bucket: 'reports' },
  limitedFields: { key: 'uploads/${filename}' },
  conditions: [
    ['starts-with', '$key', 'uploads/'],
    ['content-length-range', 0, 5],
  ],
};

/** The signature as in https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html. */
const signatureOf = (policy: string, scope: string): string => {
  const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const key = scope.split('/').slice(1).reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`);
  return hmac(key, policy).toString('hex');
};

describe('presignForm', () => {
  it('signs a policy that fixes the fields and contains the conditions, and sends nothing', async () => {
    await using aws = fakeAws({ region: 'eu-west-1', session: { credentials: keys } });
    const { url, fields, expiresAt } = await presignForm(declaration, { key: 'a' }, { ...form, session: aws.session });
    expect(url).toBe('https://reports.s3.eu-west-1.amazonaws.com/a');
    const { Policy: policy = '', 'X-Amz-Signature': signature, ...others } = fields;
    const scope = fields['X-Amz-Credential'] ?? '';
    expect(others).toEqual({
      bucket: 'reports',
      key: 'uploads/${filename}',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': expect.stringMatching(/^AKIAEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request$/) as string,
      'X-Amz-Date': expect.stringMatching(/^\d{8}T\d{6}Z$/) as string,
      'X-Amz-Security-Token': 'the-token',
    });
    expect(JSON.parse(Buffer.from(policy, 'base64').toString())).toEqual({
      expiration: new Date(aws.clock.now() + 60_000).toISOString(),
      conditions: [
        { bucket: 'reports' },
        { 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' },
        { 'X-Amz-Credential': scope },
        { 'X-Amz-Date': fields['X-Amz-Date'] },
        { 'X-Amz-Security-Token': 'the-token' },
        ['starts-with', '$key', 'uploads/'],
        ['content-length-range', 0, 5],
      ],
    });
    expect(signature).toBe(signatureOf(policy, scope));
    expect(expiresAt).toEqual(new Date(aws.clock.now() + 60_000));
    expect(aws.requests).toEqual([]);
  });

  it('is not valid longer than the credentials, and requires valid ones', async () => {
    await using aws = fakeAws();
    const signed = async (leftMs: number): Promise<Date> => {
      const expiration = new Date(aws.clock.now() + leftMs);
      await using other = fakeAws({ clock: aws.clock, session: { credentials: { ...keys, expiration } } });
      return (await presignForm(declaration, { key: 'a' }, { ...form, session: other.session })).expiresAt;
    };
    expect((await signed(30_000)).getTime()).toBe(aws.clock.now() + 30_000);
    await expect(signed(-1_000)).rejects.toThrow(CredentialsError);
  });

  it('rejects a multi-region endpoint', async () => {
    await using aws = fakeAws({ region: 'eu-west-1', session: { credentials: keys } });
    const several = { ...declaration, service: objects({ name: 'sigv4a', signingName: 's3' }) };
    const signing = presignForm(several, { key: 'a' }, { ...form, session: aws.session });
    await expect(signing).rejects.toThrow(InvalidInputError);
    await expect(signing).rejects.toThrow('presignUpload: forms for multi-region endpoints cannot be signed.');
  });
});
