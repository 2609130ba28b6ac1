import {
  type AwsInput,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  z,
  toTagSpecifications,
  type Open,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateKeyPairCommand } from '@aws-sdk/client-ec2';

import { keyPairWithMaterial, type KeyPairWithMaterial } from './created-key-pair.js';
import { keyName, keyPairErrors, keyTypes } from './key-pair.js';

/** The members of a request that creates a key pair. */
export interface RequestKeyPairInput extends AwsInput {
  /** The name of the key pair, 1–255 printable ASCII characters. */
  readonly keyName: string;
  /** The type of the key. Default that AWS applies: `rsa`. Windows instances require `rsa`. */
  readonly keyType?: Open<'rsa' | 'ed25519'> | undefined;
  /** The format of the private key: `pem` for OpenSSH, `ppk` for PuTTY. Default that AWS applies: `pem`. */
  readonly keyFormat?: 'pem' | 'ppk' | undefined;
  /** Tags of the key pair, at most 50. */
  readonly tags?: Tags | undefined;
}

/** Checks the members of {@link RequestKeyPairInput}. */
export const keyPairFields = (): Parameters<typeof input<RequestKeyPairInput>>[0] => ({
  keyName: keyName(),
  keyType: z.optional(z.enum(keyTypes)),
  keyFormat: z.optional(z.enum(['pem', 'ppk'])),
  tags: z.optional(tagRecord()),
});

/** Sends the request of `createKeyPair`. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateKeyPair.html */
export const requestKeyPair: Operation<RequestKeyPairInput, KeyPairWithMaterial> = operation(() => ({
  service: ec2,
  command: CreateKeyPairCommand,
  repeatable: 'refused',
  permissions: [
    { action: 'ec2:CreateKeyPair', resources: ['key-pair'] },
    {
      action: 'ec2:CreateTags',
      resources: ['key-pair'],
      condition: { StringEquals: { 'ec2:CreateAction': 'CreateKeyPair' } },
      with: 'tags',
    },
  ],
  key: 'keyName',
  input: input<RequestKeyPairInput>(keyPairFields()),
  output: keyPairWithMaterial(),
  request: ({ keyName, tags }) => ({
    KeyName: keyName,
    TagSpecifications: toTagSpecifications(tags, 'key-pair'),
  }),
  errors: keyPairErrors,
}));
