import { type AwsInput, input, noOutput, operation, type Operation } from '@arch/core/builder';
import { ec2 } from '@arch/services/ec2';
import { DeleteKeyPairCommand } from '@aws-sdk/client-ec2';

import { keyName, keyPairErrors } from './key-pair.js';

export interface DeleteKeyPairInput extends AwsInput {
  /** The name of the key pair, 1–255 printable ASCII characters. */
  readonly keyName: string;
}

/**
 * Deletes the public key of a key pair in EC2. Instances that were launched with it keep the public key. If there is no such key pair, the
 * call succeeds.
 *
 * @example
 * await deleteKeyPair('operations');
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteKeyPair.html
 */
export const deleteKeyPair: Operation<string | DeleteKeyPairInput, void, { on: 'keyName' }> = operation(() => ({
  name: 'deleteKeyPair',
  service: ec2,
  command: DeleteKeyPairCommand,
  permissions: [{ action: 'ec2:DeleteKeyPair', resources: ['key-pair'] }],
  key: 'keyName',
  input: input<DeleteKeyPairInput>({ keyName: keyName() }),
  output: noOutput(),
  deletes: true,
  errors: keyPairErrors,
}));
