import { Sha256 } from '@smithy/core/checksum';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SigningHash } from './signing-hash.js';

type Key = ConstructorParameters<typeof SigningHash>[0];

const digestOf = async (hash: SigningHash | InstanceType<typeof Sha256>, chunks: readonly Uint8Array[]) => {
  for (const chunk of chunks) hash.update(chunk);
  return Buffer.from(await hash.digest()).toString('hex');
};

describe('the hash of signatures', () => {
  const bytes = fc.uint8Array({ maxLength: 100 });
  const key = fc.oneof<fc.Arbitrary<Key>[]>(
    fc.constant(undefined),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.uint8Array({ minLength: 1 }),
    fc.uint8Array({ minLength: 1 }).map((each) => each.slice().buffer),
  );

  it("equals the SDK's for every key and text, also with a cached key", async () => {
    await fc.assert(
      fc.asyncProperty(key, fc.array(bytes), async (secret, chunks) => {
        const expected = await digestOf(new Sha256(secret as never), chunks);
        expect(await digestOf(new SigningHash(secret), chunks)).toBe(expected);
        expect(await digestOf(new SigningHash(secret), chunks)).toBe(expected);
      }),
    );
  });

  it('does not mix up the keys of many secrets', async () => {
    const secrets = Array.from({ length: 200 }, (_, index) => `secret ${index}`);
    const digests = await Promise.all(secrets.map((secret) => digestOf(new SigningHash(secret), [])));
    expect(new Set(digests).size).toBe(200);
  });

  it('restarts after a reset, and can continue after a digest without a key', async () => {
    const hash = new SigningHash();
    const first = await digestOf(hash, [Buffer.from('a')]);
    expect(await digestOf(hash, [Buffer.from('b')])).toBe(await digestOf(new SigningHash(), [Buffer.from('ab')]));
    hash.reset();
    expect(await digestOf(hash, [Buffer.from('a')])).toBe(first);
  });
});
