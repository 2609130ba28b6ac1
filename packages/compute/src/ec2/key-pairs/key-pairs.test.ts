import { NotFoundError } from '@arch/core';
import { awsError, fakeAws } from '@arch/core/testing';
import { expect, it } from 'vitest';

import { deleteKeyPair, describeKeyPair, importKeyPair, listKeyPairs } from './index.js';

const info = (KeyName: string): object => ({
  KeyPairId: `key-${KeyName}`,
  KeyName,
  KeyType: 'ed25519',
  Tags: [{ Key: 'team', Value: 'web' }],
});

it('describes several key pairs in one request', async () => {
  await using aws = fakeAws({ answers: { DescribeKeyPairs: { KeyPairs: [info('one'), info('two')] } } });
  const { session } = aws;
  const [one, two] = await Promise.all([describeKeyPair('one', { session }), describeKeyPair('two', { session })]);
  expect([one.keyPairId, two.tags]).toEqual(['key-one', { team: 'web' }]);
  expect(aws.requests.map(({ input }) => input)).toEqual([{ KeyNames: ['one', 'two'] }]);
});

it('names the key pair that does not exist', async () => {
  await using aws = fakeAws();
  aws.on('DescribeKeyPairs', awsError('InvalidKeyPair.NotFound', "The key pair 'gone' does not exist"));
  const call = describeKeyPair('gone', { session: aws.session });
  await expect(call).rejects.toThrow(NotFoundError);
  await expect(call).rejects.toMatchObject({ resource: 'key pair', id: 'gone', code: 'InvalidKeyPair.NotFound' });
});

it('lists key pairs by tags and filters', async () => {
  await using aws = fakeAws({ answers: { DescribeKeyPairs: { KeyPairs: [info('one')] } } });
  const found = await listKeyPairs(
    { tags: { team: 'web' }, filters: { 'key-name': 'o*' } },
    { session: aws.session },
  ).toArray();
  expect(found.map(({ keyName }) => keyName)).toEqual(['one']);
  expect(aws.requests[0]?.input).toEqual({
    Filters: [
      { Name: 'key-name', Values: ['o*'] },
      { Name: 'tag:team', Values: ['web'] },
    ],
  });
});

it('deletes a key pair by name', async () => {
  await using aws = fakeAws({ answers: { DeleteKeyPair: { Return: true } } });
  await expect(deleteKeyPair('one', { session: aws.session })).resolves.toBeUndefined();
  expect(aws.requests[0]?.input).toEqual({ KeyName: 'one' });
});

it('encodes an imported public key once', async () => {
  await using aws = fakeAws({
    answers: { ImportKeyPair: { KeyPairId: 'key-1', KeyName: 'one', KeyFingerprint: 'f', Tags: [] } },
  });
  const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE me@here\n';
  await importKeyPair({ keyName: 'one', publicKey }, { session: aws.session });
  const sent = new URLSearchParams(String(aws.requests[0]?.body)).get('PublicKeyMaterial');
  expect(Buffer.from(sent ?? '', 'base64').toString()).toBe(publicKey);
});

it('rejects a private key as publicKey, without quoting it', async () => {
  await using aws = fakeAws();
  const call = importKeyPair(
    { keyName: 'one', publicKey: '-----BEGIN OPENSSH PRIVATE KEY-----' },
    { session: aws.session },
  );
  await expect(call).rejects.toThrow(
    /publicKey must be a public key in OpenSSH format \(ssh-rsa or ssh-ed25519\) \(got a value that is not shown\)/,
  );
  expect(aws.requests).toEqual([]);
});
