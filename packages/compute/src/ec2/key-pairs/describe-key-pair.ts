import { type AwsInput, input, operation, type Operation, z } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DescribeKeyPairsCommand } from '@aws-sdk/client-ec2';

import { keyName, keyPair, type KeyPair, keyPairErrors } from './key-pair.js';

export interface DescribeKeyPairInput extends AwsInput {
  /** The name of the key pair, 1–255 printable ASCII characters. */
  readonly keyName: string;
  /** Whether AWS returns the public key. Default: `false`. */
  readonly includePublicKey?: boolean | undefined;
}

/**
 * Describes one key pair by its name. Concurrent calls are joined into one request for up to 100 key pairs.
 *
 * @example
 * const { keyType, keyFingerprint } = await describeKeyPair('operations');
 * @throws {NotFoundError} there is no such key pair in this region.
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeKeyPairs.html
 */
export const describeKeyPair: Operation<string | DescribeKeyPairInput, KeyPair> = operation(() => ({
  name: 'describeKeyPair',
  service: ec2,
  command: DescribeKeyPairsCommand,
  permissions: ['ec2:DescribeKeyPairs'],
  key: 'keyName',
  input: input<DescribeKeyPairInput>({ keyName: keyName(), includePublicKey: z.optional(z.boolean()) }),
  output: keyPair(),
  absent: 'not-found',
  batch: { limit: 100, ids: 'KeyNames', items: ({ KeyPairs }) => KeyPairs, id: 'KeyName' },
  errors: keyPairErrors,
}));
