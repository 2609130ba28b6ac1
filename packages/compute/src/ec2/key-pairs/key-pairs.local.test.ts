import { AlreadyExistsError, NotFoundError } from '@arch/core';
import { expect, it } from 'vitest';

import { createKeyPair, deleteKeyPair, describeKeyPair, importKeyPair, listKeyPairs } from './index.js';

it('creates, describes, lists and deletes a key pair', async () => {
  const created = await createKeyPair({ keyName: 'local', keyType: 'ed25519', tags: { team: 'web' } });
  expect(created.privateKey).toContain('PRIVATE KEY');
  await expect(describeKeyPair('local')).resolves.toMatchObject({
    keyPairId: created.keyPairId,
    tags: { team: 'web' },
  });
  await expect(createKeyPair('local')).rejects.toThrow(AlreadyExistsError);
  expect((await listKeyPairs({ filters: { 'key-name': 'local' } }).toArray()).map(({ keyName }) => keyName)).toEqual([
    'local',
  ]);
  await deleteKeyPair('local');
  await expect(describeKeyPair('local')).rejects.toThrow(NotFoundError);
});

it('imports a public key', async () => {
  const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me';
  await expect(importKeyPair({ keyName: 'imported', publicKey })).resolves.toMatchObject({ keyName: 'imported' });
  await deleteKeyPair('imported');
});
