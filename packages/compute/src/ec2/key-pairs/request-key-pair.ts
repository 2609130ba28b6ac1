import {
  type AwsInput,
  input,
  operation,
  type Operation,
  tagRecord,
  type Tags,
  z,
  toTagSpecifications,
} from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { CreateKeyPairCommand } from '@aws-sdk/client-ec2';

import { keyPairWithMaterial, type KeyPairWithMaterial } from './created-key-pair.js';
import { keyName, keyPairErrors, keyTypes } from './key-pair.js';

/** What EC2 needs to make a key pair. */
export interface RequestKeyPairInput extends AwsInput {
  /** Up to 255 ASCII characters. */
  readonly keyName: string;
  /** Default `rsa`. Windows instances need `rsa`. */
  readonly keyType?: 'rsa' | 'ed25519' | undefined;
  /** `pem` for OpenSSH, `ppk` for PuTTY. Default `pem`. */
  readonly keyFormat?: 'pem' | 'ppk' | undefined;
  readonly tags?: Tags | undefined;
}

/** The members of {@link RequestKeyPairInput}, checked. */
export const keyPairFields = (): Parameters<typeof input<RequestKeyPairInput>>[0] => ({
  keyName: keyName(),
  keyType: z.optional(z.enum(keyTypes)),
  keyFormat: z.optional(z.enum(['pem', 'ppk'])),
  tags: z.optional(tagRecord()),
});

/** Makes the one AWS call behind `createKeyPair`. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateKeyPair.html */
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
      when: 'tags are given',
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
