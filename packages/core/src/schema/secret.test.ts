import { LaunchTemplateOverrides$, RunInstancesRequest$ } from '@aws-sdk/client-ec2';
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it, vi } from 'vitest';

import { text } from './aws-formats.js';
import { isSecretAt, secret, secretsIn } from './secret.js';
import { isSensitiveAt, sensitiveIn } from './is-sensitive-at.js';
import * as z from './z.js';

const type = z.strictObject({
  name: text(1, 5),
  token: z.optional(secret(text(1, 5).check(z.regex(/^a/)))),
  parameters: z.optional(secret(z.record(z.string(), z.unknown()))),
  messages: z.array(z.strictObject({ id: z.string(), body: secret(z.string()) })),
  code: z.union([z.strictObject({ file: z.string() }), z.strictObject({ zip: secret(z.string()) })]),
  pair: z.tuple([z.string(), secret(z.string())]),
  receipt: z.pipe(
    z.transform((value) => value),
    z.strictObject({ handle: secret(z.string()) }),
  ),
});

describe('secret', () => {
  it.each([
    'token',
    'parameters',
    'parameters.a.b',
    'messages.0.body',
    'code.zip',
    'pair.1',
    'receipt.handle',
    // The caller may have meant a value of the wrong type as the secret part.
    '',
    'messages',
    'messages.7',
    'code',
    'receipt',
  ])('marks %s', (path) => {
    expect(isSecretAt(type, path === '' ? [] : path.split('.'))).toBe(true);
  });

  it.each(['name', 'messages.0.id', 'code.file', 'pair.0', 'nothing', 'name.token'])('does not mark %s', (path) => {
    expect(isSecretAt(type, path.split('.'))).toBe(false);
  });

  it('returns the secret values of an input', () => {
    const value = {
      name: 'n',
      token: 't',
      parameters: { a: 1 },
      messages: [{ id: 'i', body: 'b' }],
      code: { zip: 'z' },
    };
    expect(secretsIn(type, value)).toEqual(['t', { a: 1 }, 'b', 'z']);
  });

  it('searches bytes without an entry for each byte of bytes', () => {
    const entries = vi.spyOn(Object, 'entries');
    expect(secretsIn(z.object({ body: z.instanceof(Uint8Array) }), { body: new Uint8Array(9) })).toEqual([]);
    expect(entries.mock.calls.some(([value]) => ArrayBuffer.isView(value))).toBe(false);
    entries.mockRestore();
  });
});

describe("AWS's sensitive trait", () => {
  const request = NormalizedSchema.of(RunInstancesRequest$ as never);

  it('is found by our names and by AWS names', () => {
    expect(isSensitiveAt(request, ['userData'])).toBe(true);
    expect(isSensitiveAt(request, ['UserData'])).toBe(true);
    expect(isSensitiveAt(request, ['imageId'])).toBe(false);
    expect(isSensitiveAt(request, ['networkInterfaces', 0, 'description'])).toBe(false);
    expect(isSensitiveAt(request, ['ours'])).toBe(false);
    expect(isSensitiveAt(request, [])).toBe(true);
    expect(isSensitiveAt(NormalizedSchema.of(LaunchTemplateOverrides$ as never), [])).toBe(false);
  });

  it('returns the sensitive values of a request', () => {
    expect(
      sensitiveIn(request, { UserData: 'u', ImageId: 'ami-1', NetworkInterfaces: [{ Description: 'd' }] }),
    ).toEqual(['u']);
    expect(sensitiveIn(request, undefined)).toEqual([]);
  });
});
