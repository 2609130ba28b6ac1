import {
  type AwsInput,
  type AwsResource,
  optionalString,
  input,
  operation,
  type Operation,
  resource,
  type Schema,
  secret,
  tagRecord,
  tags,
  type Tags,
  toTagSpecifications,
  z,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { ImportKeyPairCommand, ImportKeyPairResult$ } from '@aws-sdk/client-ec2';

import { keyName, keyPairErrors } from './key-pair.js';

export interface ImportKeyPairInput extends AwsInput {
  /** The name of the key pair, 1–255 printable ASCII characters. */
  readonly keyName: string;
  /** An RSA or ED25519 public key in OpenSSH format: `ssh-ed25519 AAAA… comment`. */
  readonly publicKey: string;
  /** Tags of the key pair, at most 50. */
  readonly tags?: Tags | undefined;
}

/** An imported key pair. */
export interface ImportedKeyPair extends AwsResource {
  /** The ID of the key pair, e.g. `key-0123456789abcdef0`. */
  readonly keyPairId?: string | undefined;
  /** The name of the key pair. */
  readonly keyName: string;
  /** The MD5 digest of an RSA key, or the SHA-256 digest of an ED25519 key. */
  readonly keyFingerprint?: string | undefined;
  /** The tags, by key. */
  readonly tags: Tags;
}

/**
 * Imports the public key of a key pair that you created with another tool. The private key is never sent.
 *
 * @example
 * await importKeyPair({ keyName: 'operations', publicKey: await readFile('id_ed25519.pub', 'utf8') });
 * @throws {AlreadyExistsError} there is already a key pair with this name in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportKeyPair.html
 */
export const importKeyPair: Operation<ImportKeyPairInput, ImportedKeyPair, { on: 'keyName'; with: 'tags' }> = operation(
  () => ({
    name: 'importKeyPair',
    service: ec2,
    command: ImportKeyPairCommand,
    repeatable: 'refused',
    permissions: [
      { action: 'ec2:ImportKeyPair', resources: ['key-pair'] },
      {
        action: 'ec2:CreateTags',
        resources: ['key-pair'],
        condition: { StringEquals: { 'ec2:CreateAction': 'ImportKeyPair' } },
        with: 'tags',
      },
    ],
    input: input<ImportKeyPairInput>({
      keyName: keyName(),
      // Secret, because callers may pass a private key by mistake.
      publicKey: secret(publicKey()),
      tags: z.optional(tagRecord()),
    }),
    output: importedKeyPair(),
    request: ({ keyName, publicKey, tags }) => ({
      KeyName: keyName,
      PublicKeyMaterial: Buffer.from(publicKey),
      TagSpecifications: toTagSpecifications(tags, 'key-pair'),
    }),
    errors: keyPairErrors,
  }),
);

const importedKeyPair = (): Schema<ImportedKeyPair> =>
  resource<ImportedKeyPair>(ImportKeyPairResult$, {
    keyPairId: optionalString(),
    keyName: z.string(),
    keyFingerprint: optionalString(),
    tags: tags(),
  });

const publicKey = (): z.ZodMiniType<string> =>
  z
    .string()
    .check(
      z.maxLength(20_000),
      z.regex(
        /^ssh-(?:rsa|ed25519) [A-Za-z0-9+/=]+(?: .*)?\s*$/,
        'a public key in OpenSSH format (ssh-rsa or ssh-ed25519)',
      ),
    );
